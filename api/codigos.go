package api

import (
	"strings"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/forma"
	"github.com/operacion-abierta/operacion/doe/falla"
	doeforma "github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// codigos are the codes of the protocol with what they mean in Spanish, for
// the document. The codes of rules come with their trámites.
func codigos() map[string]string {
	out := map[string]string{
		"sin-facultad":          "Ninguna función de la unidad la faculta para el acto en ese expediente.",
		"fuera-de-ambito":       "Es de otro OOAD.",
		"requiere-titular":      "Lo firma la persona titular de la unidad o quien la supla.",
		"sin-nombrar":           "El expediente no está dirigido a su unidad.",
		"sin-lectura":           "No es del ámbito de la unidad.",
		"segregacion":           "Quien elaboró o propuso no valida ni autoriza el mismo expediente.",
		"acto-no-abierto":       "El acto no está abierto en el estado del expediente.",
		"version-obsoleta":      "El expediente cambió desde la versión indicada.",
		"reglas-del-acto":       "El acto incumple reglas; `errors` dice cuáles.",
		"idempotencia-distinta": "La clave de idempotencia ya se usó con otro cuerpo.",
		"contando":              "Las semanas se están contando; se puede pedir de nuevo en unos segundos.",
		"no-disponible":         "El servicio no puede atender ahora.",
	}
	for _, r := range []falla.Regla{
		datosNoValidos, errorInterno, noHayRuta, noHayMetodo, muyGrande, otroTipo, noSeRecibio, demasiadas, noExiste, cerrando,
		unSoloValor, otroParam, malaClave, malaURL, malCursor, sinOriginal, otraUnidad, sinHoja, sinFunciones, otroAmbito, fueraDeCalendario,
		otroActo, otraCapacidad, soloUnidades,
		sinDemanda, fueraDeLinea, malPeriodo, malCorte, malaVentana, sinJunta,
		malaMarca, malaIdem, debilIdem, faltaArchivo, archivoVacio, malNombre, otroArchivo, malFormul, malManual, sinAnterior,
		acceso.SinCredencial, acceso.NoValida, acceso.Vencida, acceso.OtraAudiencia, acceso.Incompleta,
		forma.MalFormado, forma.NoUTF8, forma.CaracterNulo, forma.ClaveRepe,
		doeforma.Requerido, doeforma.Propiedad, doeforma.Nulo, doeforma.Caracter, doeforma.NoPermitido, doeforma.FormatoFecha, doeforma.FormatoInstante,
		estadistica.Combinacion, estadistica.Rango, estadistica.Repetida, estadistica.MuchosPuntos, estadistica.SinDenominador, estadistica.CargaAmplia, estadistica.MesesEnteros,
		cargaAjena, reglaOcupado, reglaSinCifras,
	} {
		out[r.Codigo] = strings.ReplaceAll(r.Es, "%s", "…")
	}
	return out
}
