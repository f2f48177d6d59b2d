package forma

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	v "github.com/danielgtaylor/huma/v2/validation"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// sep separates the parts of a message that programs read: code, Spanish,
// English, the property to add to the path, and what to throw away.
const sep = "\x1f"

// mensaje is what one of Huma's message variables is to say.
type mensaje struct {
	variable *string
	regla    falla.Regla
	// verbos are the arguments that Huma fills in: none when 0. Messages of
	// the rule take the first; those of errors, which may repeat what the
	// caller sent, are thrown away.
	verbos int
	// propiedad says that the first argument names the property at fault.
	propiedad bool
}

func regla(codigo, es, en string) falla.Regla {
	return falla.Regla{Codigo: codigo, Es: es, En: en}
}

var (
	sinVariante = regla("ninguna-variante", "No corresponde a ninguna de las formas admitidas.", "It matches none of the accepted forms.")
	dosVariante = regla("varias-variantes", "Corresponde a más de una de las formas admitidas.", "It matches more than one of the accepted forms.")
	noVariante  = regla("forma-excluida", "Tiene una forma que no se admite.", "It has a form that is not accepted.")
	formatoHora = regla("formato-hora", "Debe ser una hora HH:MM:SS.", "It must be a time, HH:MM:SS.")
	patronRoto  = regla("patron-no-cumplido", "Debe tener la forma %s.", "It must have the form %s.")
	multiplo    = regla("no-es-multiplo", "Debe ser múltiplo de %s.", "It must be a multiple of %s.")
	constante   = regla("valor-no-permitido", "Debe ser %s.", "It must be %s.")
	mayorQue    = regla(forma.MenorQue.Codigo, "Debe ser mayor que %s.", "It must be greater than %s.")
	menorQue    = regla(forma.MayorQue.Codigo, "Debe ser menor que %s.", "It must be less than %s.")
	sinEsquema  = regla("esquema-sin-resolver", "La descripción de este dato está incompleta en el servidor.", "The server's description of this value is incomplete.")
)

// mensajes lists the 49 variables.
var mensajes = []mensaje{
	{&v.MsgUnexpectedProperty, forma.Propiedad, 0, false},
	{&v.MsgExpectedRFC3339DateTime, forma.FormatoInstante, 0, false},
	{&v.MsgExpectedRFC1123DateTime, forma.FormatoInstante, 0, false},
	{&v.MsgExpectedRFC3339Date, forma.FormatoFecha, 0, false},
	{&v.MsgExpectedRFC3339Time, formatoHora, 0, false},
	{&v.MsgExpectedRFC5322Email, forma.FormatoCorreo, 1, false},
	{&v.MsgExpectedRFC5322EmailBare, forma.FormatoCorreo, 0, false},
	{&v.MsgExpectedRFC5890Hostname, forma.Formato, 0, false},
	{&v.MsgExpectedRFC2673IPv4, forma.Formato, 0, false},
	{&v.MsgExpectedRFC2373IPv6, forma.Formato, 0, false},
	{&v.MsgExpectedRFCIPAddr, forma.Formato, 0, false},
	{&v.MsgExpectedRFC3986URI, forma.FormatoURL, 1, false},
	{&v.MsgExpectedRFC3986AbsoluteURI, forma.FormatoURL, 0, false},
	{&v.MsgExpectedRFC4122UUID, forma.FormatoUUID, 1, false},
	{&v.MsgExpectedRFC6570URITemplate, forma.Formato, 0, false},
	{&v.MsgExpectedRFC6901JSONPointer, forma.Formato, 0, false},
	{&v.MsgExpectedRFC6901RelativeJSONPointer, forma.Formato, 0, false},
	{&v.MsgExpectedRegexp, forma.Formato, 1, false},
	{&v.MsgExpectedMatchAtLeastOneSchema, sinVariante, 0, false},
	{&v.MsgExpectedMatchExactlyOneSchema, sinVariante, 0, false},
	{&v.MsgExpectedNotMatchSchema, noVariante, 0, false},
	{&v.MsgExpectedPropertyNameInObject, forma.Requerido, 0, false},
	{&v.MsgExpectedBoolean, reglasTipo[logico], 0, false},
	{&v.MsgExpectedDuration, forma.Formato, 1, false},
	{&v.MsgExpectedNumber, reglasTipo[numero], 0, false},
	{&v.MsgExpectedInteger, reglasTipo[entero], 0, false},
	{&v.MsgExpectedString, reglasTipo[cadena], 0, false},
	{&v.MsgExpectedBase64String, forma.Formato, 0, false},
	{&v.MsgExpectedArray, reglasTipo[lista], 0, false},
	{&v.MsgExpectedObject, reglasTipo[objeto], 0, false},
	{&v.MsgExpectedArrayItemsUnique, forma.Repetidos, 0, false},
	{&v.MsgExpectedOneOf, forma.NoPermitido, 1, false},
	{&v.MsgExpectedConst, constante, 1, false},
	{&v.MsgExpectedMinimumNumber, forma.MenorQue, 1, false},
	{&v.MsgExpectedExclusiveMinimumNumber, mayorQue, 1, false},
	{&v.MsgExpectedMaximumNumber, forma.MayorQue, 1, false},
	{&v.MsgExpectedExclusiveMaximumNumber, menorQue, 1, false},
	{&v.MsgExpectedNumberBeMultipleOf, multiplo, 1, false},
	{&v.MsgExpectedMinLength, forma.MuyCorto, 1, false},
	{&v.MsgExpectedMaxLength, forma.MuyLargo, 1, false},
	{&v.MsgExpectedBePattern, patronRoto, 1, false},
	{&v.MsgExpectedMatchPattern, patronRoto, 1, false},
	{&v.MsgExpectedMinItems, forma.Pocos, 1, false},
	{&v.MsgExpectedMaxItems, forma.Demasiados, 1, false},
	{&v.MsgExpectedMinProperties, forma.Pocos, 1, false},
	{&v.MsgExpectedMaxProperties, forma.Demasiados, 1, false},
	{&v.MsgExpectedRequiredProperty, forma.Requerido, 1, true},
	{&v.MsgExpectedDependentRequiredProperty, forma.RequeridoCon, 2, true},
	{&v.MsgExpectedResolvableSchemaRef, sinEsquema, 1, false},
}

// Mensajes makes Huma's own validation speak in our codes and in two
// languages, for [DeHuma] to take apart. It sets package variables of Huma,
// once; schemas made before it keep Huma's texts.
var Mensajes = sync.OnceFunc(func() {
	for _, m := range mensajes {
		*m.variable = m.texto()
	}
	huma.ErrorFormatter = redactar
})

// texto is the value for the variable, with verbs by number so that each
// argument is used whatever the rule says.
func (m mensaje) texto() string {
	r, propiedad, descarte := m.regla, "", ""
	if m.verbos > 0 {
		r.Es = strings.ReplaceAll(r.Es, "%s", "%[1]v")
		r.En = strings.ReplaceAll(r.En, "%s", "%[1]v")
		descarte = "%[" + strconv.Itoa(m.verbos) + "]v"
	}
	if m.propiedad {
		propiedad = "%[1]v"
	}
	return cifrar(r, propiedad, descarte)
}

func cifrar(r falla.Regla, propiedad, descarte string) string {
	return strings.Join([]string{r.Codigo, r.Es, r.En, propiedad, descarte}, sep)
}

// porPatron are the messages, by pattern, of the tags and types with a fixed
// form, which say more than the pattern does.
var porPatron = func() *sync.Map {
	m := &sync.Map{}
	for _, e := range etiquetas {
		if e.Patron != "" {
			m.Store(e.Patron, cifrar(e.Reglas[forma.Texto], "", ""))
		}
	}
	return m
}()

// redactar is fmt.Sprintf with limits written in full, 1000000 and not 1e+06,
// and the patterns of tags by their name.
func redactar(formato string, args ...any) string {
	for i, a := range args {
		switch a := a.(type) {
		case float64:
			args[i] = strconv.FormatFloat(a, 'f', -1, 64)
		case string:
			if m, ok := porPatron.Load(a); ok && formato == v.MsgExpectedMatchPattern {
				return m.(string)
			}
		}
	}
	return fmt.Sprintf(formato, args...)
}
