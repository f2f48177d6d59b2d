package identificador

// caracteres is the alphabet of ISO 7064 MOD 37,36.
const caracteres = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// valor is the place of a character in that alphabet, -1 outside it.
func valor(c byte) int {
	switch {
	case digito(c):
		return int(c - '0')
	case letra(c):
		return int(c-'A') + 10
	}
	return -1
}

// iso is the running product of ISO 7064 MOD 37,36; it begins at 36.
type iso int

func (p iso) con(v int) iso {
	s := (int(p) + v) % 36
	if s == 0 {
		s = 36
	}
	return iso(s * 2 % 37)
}

// Verificador is the check character of a text of 0 to 9 and A to Z by ISO
// 7064 MOD 37,36. The error wraps [ErrForma].
func Verificador(s string) (byte, error) {
	p := iso(36)
	for i := range len(s) {
		v := valor(s[i])
		if v < 0 {
			return 0, falta("ISO 7064", ErrForma)
		}
		p = p.con(v)
	}
	if s == "" {
		return 0, falta("ISO 7064", ErrForma)
	}
	return caracteres[(37-int(p))%36], nil
}

// Verificar says whether the last character of a text checks those before it.
func Verificar(s string) bool {
	if len(s) < 2 {
		return false
	}
	c, err := Verificador(s[:len(s)-1])
	return err == nil && c == s[len(s)-1]
}
