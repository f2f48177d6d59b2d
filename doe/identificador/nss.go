package identificador

// NSS is a Número de Seguridad Social, of 11 digits.
type NSS string

// ParseNSS reads an NSS: eleven digits, the last of which checks the others.
// The places of subdelegation and years are not judged, for want of a
// published table. The error wraps [ErrForma] or [ErrDigito].
func ParseNSS(s string) (NSS, error) {
	if len(s) != 11 || !son(s, digito) {
		return "", falta("NSS", ErrForma)
	}
	total := 0
	for i := range 10 {
		d := int(s[i]-'0') * (1 + i%2)
		total += d/10 + d%10
	}
	if (10-total%10)%10 != int(s[10]-'0') {
		return "", falta("NSS", ErrDigito)
	}
	return NSS(s), nil
}

// Enmascarar shows the last three digits alone.
func (n NSS) Enmascarar() string { return mascara(string(n)) }
