package api

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/programa"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func (s *Servidor) montarEntregas() {
	s.leerInstitucion("/v1/entregas", "entregas-listar", "Entregas que se deben y las hechas",
		"Lo que las funciones dicen que una unidad debe entregar a otra o a un órgano, con los envíos que lo cumplieron en el ejercicio y los programas e informes presentados a quien los integra: cuántos, a tiempo o tarde, con acuse, el último y los que faltan según su periodicidad.",
		reflect.TypeFor[Lista[envio.Cumplida]](), s.entregas,
		deUnidad("Solo las que debe esta unidad"), consulta("a", "Solo las que se deben a esta unidad, órgano o clase de órganos", "doe-7.1", 60),
		deEntero("ejercicio", "Año; el actual si no se dice", 2026, 2000, 2200), deOOAD("De las de unidades regionales, solo las de este OOAD"))
}

func (s *Servidor) entregas(c *caso) (respuesta, error) {
	unidad, a := doe.ClaveUnidad(c.texto("unidad")), c.texto("a")
	debidas := slices.DeleteFunc(s.catalogo().Entregas(), func(e doe.Entrega) bool {
		return unidad != "" && e.De != unidad || a != "" && e.A != a
	})
	x := envio.Ejercicio{Hoy: c.ahora().Dia(), OOADs: len(s.catalogo().Organos(doe.OrganoOOAD))}
	x.Anio = c.entero("ejercicio", x.Hoy.Anio())
	f := almacen.Filtro{Unidad: unidad}
	f.CreadoDesde, f.CreadoHasta = envio.Anio(x.Anio)
	ooad := doe.OOAD("")
	if v := c.texto("ooad"); v != "" {
		ooad, _ = doe.ParseOOAD(v) // checked before
		x.OOADs = 1
	}
	es, err := suyos(c, envio.Envios, f)
	if err != nil {
		return respuesta{}, err
	}
	ps, err := suyos(c, programa.Programas, almacen.Filtro{Indices: map[string]string{"ejercicio": strconv.Itoa(x.Anio)}})
	if err != nil {
		return respuesta{}, err
	}
	deOtro := func(h tramite.Cabecera) bool { return ooad != "" && h.Unidad.Regional() && h.OOAD != ooad }
	var hechas []envio.Hecha
	for _, r := range es {
		if h, ok := r.Hecha(s.catalogo()); ok && !deOtro(r.Cabecera) {
			hechas = append(hechas, h)
		}
	}
	for _, p := range ps {
		if !deOtro(p.Cabecera) {
			hechas = append(hechas, p.Entregas(s.catalogo())...)
		}
	}
	return enJSON(lista(envio.Cumplimiento(debidas, hechas, x, s.almacen.Calendarios())))
}
