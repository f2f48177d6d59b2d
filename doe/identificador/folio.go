package identificador

// The bounds of a folio.
const (
	maxPrefijo = 12
	maxNumero  = 9_999_999
	colaFolio  = len("-2026-14-0000001-X")
)

// FolioPartes is a folio taken apart: SIADE-2026-14-0000001-X is prefix, year,
// OOAD, consecutive number and check character.
type FolioPartes struct {
	// Prefijo is 1 to 12 capitals and digits, a capital first.
	Prefijo string
	// Anio is the civil year, of four digits.
	Anio int
	// OOAD is the two digits of the organ, or 09 for the central level.
	OOAD string
	// Numero is the consecutive number, 1 to 9,999,999.
	Numero int
}

// String is the folio, empty when its parts make none.
func (p FolioPartes) String() string {
	s, err := FormarFolio(p.Prefijo, p.Anio, p.OOAD, p.Numero)
	if err != nil {
		return ""
	}
	return s
}

// FormarFolio writes a folio. Its last character checks the others, without
// hyphens, by ISO 7064 MOD 37,36. The error wraps [ErrForma].
func FormarFolio(prefijo string, anio int, ooad string, n int) (string, error) {
	if !esPrefijo(prefijo) || anio < 1000 || anio > 9999 || len(ooad) != 2 || !son(ooad, digito) || n < 1 || n > maxNumero {
		return "", falta("folio", ErrForma)
	}
	b := make([]byte, 0, maxPrefijo+colaFolio)
	b = append(b, prefijo...)
	b = append(b, '-')
	b = cifras(b, anio, 4)
	b = append(b, '-')
	b = append(b, ooad...)
	b = append(b, '-')
	b = cifras(b, n, 7)
	b = append(b, '-', verificadorFolio(string(b)))
	return string(b), nil
}

// cifras appends a number in exactly so many digits.
func cifras(b []byte, n, ancho int) []byte {
	for range ancho {
		b = append(b, '0')
	}
	for i := len(b) - 1; n > 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return b
}

// verificadorFolio is the check character of what a folio has before it.
func verificadorFolio(s string) byte {
	p := iso(36)
	for i := range len(s) {
		if s[i] != '-' {
			p = p.con(valor(s[i]))
		}
	}
	return caracteres[(37-int(p))%36]
}

func esPrefijo(s string) bool {
	return len(s) >= 1 && len(s) <= maxPrefijo && letra(s[0]) && son(s, func(c byte) bool { return valor(c) >= 0 })
}

// ParseFolio takes a folio apart. The error wraps [ErrForma], or [ErrDigito]
// when a character was mistaken.
func ParseFolio(s string) (FolioPartes, error) {
	s = mayusculas(s)
	n := len(s) - colaFolio
	if n < 1 || !esPrefijo(s[:n]) {
		return FolioPartes{}, falta("folio", ErrForma)
	}
	c := s[n:]
	if c[0] != '-' || c[5] != '-' || c[8] != '-' || c[16] != '-' || c[1] == '0' ||
		!son(c[1:5], digito) || !son(c[6:8], digito) || !son(c[9:16], digito) || numero(c[9:16]) == 0 || valor(c[17]) < 0 {
		return FolioPartes{}, falta("folio", ErrForma)
	}
	if verificadorFolio(s[:len(s)-2]) != c[17] {
		return FolioPartes{}, falta("folio", ErrDigito)
	}
	return FolioPartes{Prefijo: s[:n], Anio: numero(c[1:5]), OOAD: c[6:8], Numero: numero(c[9:16])}, nil
}
