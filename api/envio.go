package api

import (
	"reflect"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func (s *Servidor) montarEnvios() {
	s.leerInstitucion("/v1/acuses-faltantes", "envios-acuses-faltantes", "Acuses que faltan",
		"Los destinatarios de envíos que no han acusado, primero lo más vencido: cuándo se les envió, por qué medio, hasta cuándo se espera, cuántas veces se alertó y se insistió. "+
			"Con `concluidos=si`, también aquellos por los que ya no se espera.",
		reflect.TypeFor[Lista[envio.Faltante]](), s.acusesFaltantes,
		deUnidad("Solo los envíos de esta unidad"), deOOAD("Solo los envíos de este OOAD"),
		consulta("destinatario", "Solo los de este destinatario", "ooad-14", 60),
		deValores("vencidos", "Solo los vencidos", "si"), deValores("concluidos", "También los dados por concluidos sin acuse", "si"))
}

func (s *Servidor) acusesFaltantes(c *caso) (respuesta, error) {
	estados := []tramite.Estado{envio.Enviado, envio.Devuelto}
	if c.texto("concluidos") == "si" {
		estados = append(estados, envio.ConcluidoSinAcuse)
	}
	var es []envio.Envio
	for _, e := range estados {
		f := almacen.Filtro{Estado: string(e), Unidad: doe.ClaveUnidad(c.texto("unidad"))}
		if v := c.texto("ooad"); v != "" {
			f.OOAD, _ = doe.ParseOOAD(v) // checked before
		}
		xs, err := suyos(c, envio.Envios, f)
		if err != nil {
			return respuesta{}, err
		}
		es = append(es, xs...)
	}
	out := []envio.Faltante{}
	for _, x := range envio.Faltantes(es, c.ahora().Dia(), s.almacen.Calendarios()) {
		if (c.texto("vencidos") == "" || x.Vencido) && (c.texto("destinatario") == "" || c.texto("destinatario") == x.Destinatario) {
			out = append(out, x)
		}
	}
	return enJSON(lista(out))
}
