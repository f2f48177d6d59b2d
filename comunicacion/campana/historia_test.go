package campana_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func TestAnExternalCampaignIsRefusedBeforeItsKeyAndRunsToItsClosing(t *testing.T) {
	k := presentada(t)
	rechaza(k, difusion, "2026-08-04", campana.Comprometer, gasto("2026-08-04", 1), campana.ReglaNuncaAutorizada, "body")
	niega(k, difusion, "2026-08-04", campana.Validar, campana.Validar.Ejemplo, falla.Prohibida)
	haz(k, unidad, "2026-08-05", campana.Validar, campana.Validar.Ejemplo)
	require.Equal(t, doe.Jerarquico, k.eventos[len(k.eventos)-1].Fundamento.Tipo)
	haz(k, difusion, "2026-08-10", campana.Gestionar, campana.Envio{Oficio: "UCS/213", Fecha: f("2026-08-10")})
	rechaza(k, difusion, "2026-08-11", campana.Comprometer, gasto("2026-08-11", 1), campana.ReglaNuncaAutorizada, "body")
	haz(k, segob, "2026-09-01", campana.Dictaminar, otorga)
	require.Equal(t, doe.PorContraparte, k.eventos[len(k.eventos)-1].Fundamento.Tipo)
	require.Equal(t, campana.Autorizada, k.r.Estado)
	require.Equal(t, "SEGOB-2026-117", k.r.Clave())

	haz(k, difusion, "2026-09-10", campana.Comprometer, gasto("2026-09-10", 600_000_000))
	haz(k, difusion, "2026-10-12", campana.Difundir, salida("tv1", "2026-10-05", "2026-10-11"))
	require.Equal(t, campana.EnDifusion, k.r.Estado)

	// A local election reaches the local line that a change adds, not the national one.
	haz(k, difusion, "2026-10-13", campana.RegistrarVeda, campana.Veda{
		Clave: "pel-14", Proceso: "Elección extraordinaria", Entidades: []string{"14"}, Desde: f("2026-11-01"), Hasta: f("2026-11-08"), Fuente: "Acuerdo del instituto electoral",
	})
	local := func(d1, d2 string) campana.Contenido {
		return con(func(c *campana.Contenido) {
			c.Difusiones = append(c.Difusiones, campana.Difusion{
				Clave: "rd1", Medio: campana.Radio, Tiempo: campana.Comercial, Mensajes: []string{"m1"}, Entidades: []string{"14"}, Inicio: f(d1), Fin: f(d2),
			})
			c.Lineas = append(c.Lineas, campana.Linea{Clave: "L2", Partida: "36101", Concepto: "Radio", Difusion: "rd1", Unidad: "anuncio", Cantidad: 10, Costo: 100_000})
		})
	}
	cambio := campana.Modificacion{Motivo: "Reforzar Jalisco", Contenido: local("2026-10-28", "2026-11-03")}
	rechaza(k, difusion, "2026-10-13", campana.Modificar, cambio, campana.ReglaVeda, "body.contenido.difusiones[2].inicio")
	cambio.Contenido = local("2026-11-09", "2026-11-15")
	haz(k, difusion, "2026-10-13", campana.Modificar, cambio)
	haz(k, difusion, "2026-10-14", campana.RegistrarTiempos, campana.TiempoOficial{Difusion: "rd1", Oficio: "UCS/2", Fecha: f("2026-10-10"), Respuesta: "RTC/2", Respondio: f("2026-10-14")})
	haz(k, difusion, "2026-10-14", campana.Presentar, campana.Presentacion{Consulta: "INE"})
	require.Equal(t, []campana.Aspecto{campana.CambiaMedio, campana.CambiaCalendario, campana.SubePresupuesto, campana.CambiaClasificacion, campana.CambiaProveedor, campana.CambiaEspacios}, k.r.Versiones[1].Cambios)
	// What was authorised is still in force meanwhile; what was not, is not.
	haz(k, difusion, "2026-10-19", campana.Difundir, salida("tv1", "2026-10-12", "2026-10-18"))
	require.Equal(t, campana.Presentada, k.r.Estado)
	rechaza(k, difusion, "2026-10-19", campana.Comprometer, campana.Gasto{Linea: "L2", Fecha: f("2026-10-19"), Documento: "C", Monto: 1, Proveedor: proveedor}, campana.ReglaReferencia, "body.linea")
	haz(k, unidad, "2026-10-20", campana.Validar, campana.Validar.Ejemplo)
	haz(k, unidad, "2026-10-20", campana.Gestionar, campana.Envio{Oficio: "UCS/300", Fecha: f("2026-10-20")})
	// Captured from the letter by the unit that manages before the authority.
	nuevo := otorga
	nuevo.Oficio, nuevo.Fecha = "SNM/200", f("2026-10-30")
	haz(k, difusion, "2026-10-30", campana.Dictaminar, nuevo)
	require.Equal(t, campana.EnDifusion, k.r.Estado)
	require.Equal(t, 2, k.r.EnVigor)

	haz(k, difusion, "2026-11-16", campana.Difundir, salida("tv1", "2026-10-19", "2026-11-15"))
	haz(k, masivos, "2026-11-18", campana.Devengar, gasto("2026-11-18", 590_000_000))
	haz(k, difusion, "2026-11-25", campana.Pagar, gasto("2026-11-25", 590_000_000))
	haz(k, difusion, "2026-11-26", campana.Liberar, gasto("2026-11-26", 10_000_000))
	haz(k, difusion, "2026-11-26", campana.Concluir, campana.FinDifusion{Fecha: f("2026-11-15")})
	cierre := campana.Cierre{Informe: "Se difundió lo previsto y se alcanzó la meta."}
	rechaza(k, difusion, "2026-12-10", campana.Cerrar, cierre, campana.ReglaSinRegistro, "body")
	rechaza(k, difusion, "2026-12-10", campana.Cerrar, cierre, campana.ReglaSinEstudio, "body")
	haz(k, masivos, "2026-12-08", campana.RegistrarMes, campana.RegistroMes{Anio: 2026, Mes: 11, Acuse: "COMSOC-11", Fecha: f("2026-12-08")})
	haz(k, digitales, "2026-12-09", campana.Evaluar, campana.Evaluar.Ejemplo)
	haz(k, difusion, "2026-12-10", campana.Cerrar, cierre)
	require.Equal(t, campana.Cerrada, k.r.Estado)
	require.Equal(t, []string{"recordacion"}, k.r.Cierre.Cumplidas)
	require.Equal(t, campana.Saldo{Planeado: 697_000_000, Comprometido: 590_000_000, Devengado: 590_000_000, Pagado: 590_000_000}, k.r.Cierre.Gasto)
	reproduce(t, k)
}

func reproduce(t *testing.T, k *caso) {
	r, err := campana.Campanas.Reproducir(k.r.Folio, k.eventos)
	require.NoError(t, err)
	require.Equal(t, &k.r, r)
}

// interna is a campaign to the staff, written.
func interna(t testing.TB) *caso {
	e := campana.Elaboracion{Nombre: "Muévete en la oficina", Clase: campana.Interna, Modalidad: campana.Ordinaria, Tema: "Salud del personal", Ejercicio: 2026}
	h, err := tramite.Crear(campana.Campanas, campana.Elaborar, e, contexto(divInternas, "2026-03-02"))
	require.NoError(t, err)
	k := &caso{t, h.Registro, h.Eventos}
	haz(k, divInternas, "2026-03-03", campana.Redactar, campana.Redaccion{Contenido: contenidoInterno()})
	return k
}

func contenidoInterno() campana.Contenido {
	return con(func(c *campana.Contenido) {
		c.Difusiones = []campana.Difusion{{Clave: "in1", Medio: campana.Intranet, Tiempo: campana.Propio, Mensajes: []string{"m1"}, Inicio: f("2026-04-06"), Fin: f("2026-04-30")}}
		c.Lineas = []campana.Linea{{Clave: "L1", Partida: "33604", Concepto: "Impresión de carteles", Unidad: "cartel", Cantidad: 1000, Costo: 1500}}
		c.Evaluacion.Postest = false
	})
}

func TestAnInternalCampaignIsAuthorisedByItsCoordinationAlone(t *testing.T) {
	k := interna(t)
	haz(k, internas, "2026-03-03", campana.AnotarNecesidad, campana.Necesidad{Area: "Personal", Descripcion: "Pausas activas en oficinas", Canal: "Encuesta", Fecha: f("2026-02-20")})
	haz(k, internas, "2026-03-03", campana.Asesorar, campana.Asesoria{Area: "Comité", Asunto: "Tono", Recomendacion: "Mensajes breves", Fecha: f("2026-03-03")})
	haz(k, divInternas, "2026-03-04", campana.Presentar, campana.Presentacion{})
	rechaza(k, unidad, "2026-03-05", campana.Validar, campana.Validar.Ejemplo, campana.ReglaClase, "body")
	niega(k, divInternas, "2026-03-05", campana.Autorizar, campana.Autorizar.Ejemplo, falla.Prohibida)
	niega(k, unidad, "2026-03-05", campana.Autorizar, campana.Autorizar.Ejemplo, falla.Prohibida)
	niega(k, difusion, "2026-03-05", campana.Autorizar, campana.Autorizar.Ejemplo, falla.Prohibida)
	haz(k, internas, "2026-03-05", campana.Autorizar, campana.Autorizar.Ejemplo)
	require.Equal(t, campana.Autorizada, k.r.Estado)
	require.Empty(t, k.r.Clave())
	require.Empty(t, campana.Campanas.Ficha(&k.r).Partes)
	haz(k, divInternas, "2026-03-10", campana.Comprometer, campana.Gasto{Linea: "L1", Fecha: f("2026-03-10"), Documento: "OS-1", Monto: 1_500_000, Proveedor: proveedor})
	haz(k, internas, "2026-03-20", campana.Devengar, campana.Gasto{Linea: "L1", Fecha: f("2026-03-20"), Documento: "R-1", Monto: 1_500_000})
	haz(k, internas, "2026-03-25", campana.Pagar, campana.Gasto{Linea: "L1", Fecha: f("2026-03-25"), Documento: "CLC-1", Monto: 1_500_000})
	haz(k, divInternas, "2026-05-01", campana.Difundir, salida("in1", "2026-04-06", "2026-04-30"))
	haz(k, divInternas, "2026-05-01", campana.Concluir, campana.FinDifusion{Fecha: f("2026-04-30")})
	haz(k, internas, "2026-05-02", campana.RegistrarMes, campana.RegistroMes{Anio: 2026, Mes: 3, Acuse: "A", Fecha: f("2026-04-08")})
	haz(k, divInternas, "2026-05-04", campana.Cerrar, campana.Cierre{Informe: "Se repartieron mil carteles."})
	require.Equal(t, campana.Cerrada, k.r.Estado)
	require.Equal(t, []string{"recordacion"}, k.r.Cierre.Incumplidas)
	reproduce(t, k)
}

func TestAnExtraordinaryMessageIsRegisteredAfterItWentOut(t *testing.T) {
	e := campana.Elaboracion{
		Nombre: "Huracán en Guerrero", Clase: campana.Externa, Modalidad: campana.Extraordinaria, Tema: "Emergencia", Ejercicio: 2026,
		Justificacion: "Hospitales habilitados tras el huracán", Emision: f("2026-09-20"),
	}
	h, err := tramite.Crear(campana.Campanas, campana.Elaborar, e, contexto(difusion, "2026-09-22"))
	require.NoError(t, err)
	k := &caso{t, h.Registro, h.Eventos}
	haz(k, difusion, "2026-09-22", campana.Redactar, campana.Redaccion{Contenido: con(func(c *campana.Contenido) {
		c.Difusiones = c.Difusiones[1:]
		c.Difusiones[0].Inicio, c.Difusiones[0].Fin, c.Lineas = f("2026-09-20"), f("2026-09-25"), nil
	})})
	haz(k, difusion, "2026-09-23", campana.Presentar, campana.Presentacion{Consulta: "INE"})
	haz(k, unidad, "2026-09-24", campana.Validar, campana.Validar.Ejemplo)
	haz(k, unidad, "2026-09-24", campana.Gestionar, campana.Envio{Oficio: "UCS/9", Fecha: f("2026-09-24")})
	haz(k, segob, "2026-10-01", campana.Dictaminar, campana.Dictamen{Resultado: campana.Otorgada, Clave: "X-1", Oficio: "S/1", Fecha: f("2026-10-01")})
	haz(k, difusion, "2026-10-02", campana.Difundir, salida("web1", "2026-09-20", "2026-09-25"))
	reproduce(t, k)
}

func TestTheAuthorityMayAskForChangesRefuseRevokeAndLetLapse(t *testing.T) {
	k := enGestion(t)
	haz(k, segob, "2026-08-20", campana.Dictaminar, campana.Dictamen{Resultado: campana.ConCambios, Oficio: "S/1", Fecha: f("2026-08-20"), Motivo: "Precise la cobertura"})
	require.Equal(t, campana.EnElaboracion, k.r.Estado)

	k = enGestion(t)
	haz(k, segob, "2026-08-20", campana.Dictaminar, campana.Dictamen{Resultado: campana.Rechazada, Oficio: "S/1", Fecha: f("2026-08-20"), Motivo: "Sin relación con el programa"})
	require.Equal(t, campana.Negada, k.r.Estado)

	k = enDifusion(t)
	haz(k, segob, "2026-10-20", campana.Revocar, campana.Revocar.Ejemplo)
	require.Equal(t, campana.Concluida, k.r.Estado)
	rechaza(k, difusion, "2026-10-21", campana.Comprometer, gasto("2026-10-21", 1), campana.ReglaSinAutorizar, "body.fecha")
	haz(k, masivos, "2026-10-21", campana.Devengar, gasto("2026-10-21", 100))

	k = autorizada(t)
	c := contexto(doe.Reloj(), "2027-01-01")
	alarmas := campana.Campanas.Alarmas(&k.r, &c)
	require.Equal(t, []tramite.Peticion{{Coleccion: "campanas", Folio: k.r.Folio, Acto: "expirar", Entrada: campana.Expiracion{Clave: "v1"}}}, alarmas)
	haz(k, doe.Reloj(), "2027-01-01", campana.Expirar, campana.Expiracion{Clave: "v1"})
	require.Equal(t, campana.Concluida, k.r.Estado)
	require.Empty(t, campana.Campanas.Alarmas(&k.r, &c))
	_, vigente := k.r.Vigente()
	require.False(t, vigente)
}

func TestARefusedChangeLeavesWhatWasAuthorised(t *testing.T) {
	k := autorizada(t)
	haz(k, difusion, "2026-09-05", campana.Modificar, campana.Modificacion{Motivo: "Otro objetivo", Contenido: con(func(c *campana.Contenido) { c.Objetivos = []string{"Otro"} })})
	haz(k, difusion, "2026-09-06", campana.Presentar, campana.Presentacion{Consulta: "INE"})
	haz(k, unidad, "2026-09-07", campana.Validar, campana.Decision{Resultado: campana.Rechazada, Motivo: "No procede el cambio"})
	require.Equal(t, campana.Autorizada, k.r.Estado)
	require.Equal(t, contenido().Objetivos, k.r.Contenido.Objetivos)
	require.Equal(t, 1, k.r.EnVigor)
	require.Len(t, k.r.Versiones, 2)
	reproduce(t, k)
}

func TestASmallCorrectionStaysInsideAndKeepsTheFrozenVersion(t *testing.T) {
	k := autorizada(t)
	haz(k, difusion, "2026-09-05", campana.Corregir, campana.Modificacion{Motivo: "Partida equivocada", Contenido: con(func(c *campana.Contenido) { c.Lineas[0].Partida = "36201" })})
	require.Equal(t, campana.Autorizada, k.r.Estado)
	require.Equal(t, "36101", k.r.Versiones[0].Contenido.Lineas[0].Partida)
	require.Equal(t, "36201", k.r.EnVigencia().Lineas[0].Partida)
	require.Equal(t, 1, k.r.Versiones[1].Corrige)
	a, ok := k.r.Vigente()
	require.True(t, ok)
	require.Equal(t, 1, a.Version)
}

func TestTheFederalAuthoritySeesTheCampaignsSentToIt(t *testing.T) {
	c := contexto(segob, "2026-08-10")
	require.Equal(t, tramite.Oculto, campana.Campanas.Acceso(&validada(t).r, &c))
	require.Equal(t, tramite.Permitido, campana.Campanas.Acceso(&enGestion(t).r, &c))
	otro := segob
	otro.Organo = "federal-salud"
	niega(enGestion(t), otro, "2026-08-20", campana.Dictaminar, otorga, falla.Prohibida)
}

func TestWhatTheInstallationKnowsOfBlackoutsIsBornWithTheCampaign(t *testing.T) {
	v := campana.Veda{Clave: "pef", Proceso: "Federal", Desde: f("2026-10-01"), Hasta: f("2026-10-31"), Fuente: "INE"}
	tr := tramite.MustDefinir(campana.Definicion(v))
	h, err := tramite.Crear(tr, campana.Elaborar, campana.Elaborar.Ejemplo, contexto(difusion, "2026-07-01"))
	require.NoError(t, err)
	require.Equal(t, []campana.Veda{v}, h.Registro.Vedas)
	require.Len(t, h.Registro.Conflictos(contenido()), 2)
	require.Contains(t, string(h.Eventos[0].Entrada), `"vedas"`)
}

func TestClocksOfACampaign(t *testing.T) {
	vence := func(k *caso, dia, nombre string) string {
		c := contexto(difusion, dia)
		for _, e := range campana.Campanas.Relojes(&k.r, &c) {
			if e.Plazo == nombre && e.Corre() {
				return e.Vence.String()
			}
		}
		return ""
	}
	k := enGestion(t)
	// Twenty working days from Monday 10 August 2026, of which 1 September is
	// not one (LFPA art. 28).
	require.Equal(t, "2026-09-08", vence(k, "2026-08-11", campana.PlazoFederal))
	haz(k, doe.Reloj(), "2026-09-09", campana.Alertar, campana.Aviso{Plazo: campana.PlazoFederal})
	require.Len(t, k.r.Alertas, 1)
	require.Equal(t, "2026-12-31", vence(autorizada(t), "2026-09-02", campana.PlazoVigencia))
	require.Equal(t, "2026-11-15", vence(enDifusion(t), "2026-10-12", campana.PlazoDifusion))

	k = enDifusion(t)
	haz(k, masivos, "2026-10-20", campana.Devengar, gasto("2026-10-20", 100))
	haz(k, difusion, "2026-10-21", campana.Pagar, gasto("2026-10-21", 60))
	require.Equal(t, "2026-11-10", vence(k, "2026-10-21", campana.PlazoMensual), "ten natural days after the month (LGCS art. 33)")
	haz(k, masivos, "2026-11-03", campana.RegistrarMes, campana.RegistroMes{Anio: 2026, Mes: 10, Acuse: "A", Fecha: f("2026-11-03")})
	require.Empty(t, vence(k, "2026-11-03", campana.PlazoMensual))
	haz(k, difusion, "2026-11-04", campana.Pagar, gasto("2026-10-30", 40))
	require.Equal(t, []string{"2026-10"}, k.r.MesesPendientes(), "a late payment makes its month pending again")

	// Sixty natural days from Sunday 15 November 2026.
	require.Equal(t, "2027-01-14", vence(concluida(t), "2026-11-17", campana.PlazoEvaluacion))
	k = concluida(t)
	haz(k, difusion, "2026-12-01", campana.Evaluar, campana.Evaluar.Ejemplo)
	require.Empty(t, vence(k, "2026-12-01", campana.PlazoEvaluacion))
}

func ExampleCampanas() {
	h, err := tramite.Crear(campana.Campanas, campana.Elaborar, campana.Elaborar.Ejemplo, contexto(difusion, "2026-07-01"))
	if err != nil {
		panic(err)
	}
	_, err = tramite.Ejecutar(campana.Campanas, h.Registro, campana.Comprometer, campana.Comprometer.Ejemplo, contexto(difusion, "2026-11-20"))
	var e *falla.Error
	errors.As(err, &e)
	fmt.Println(h.Registro.Estado)
	fmt.Println(e.Fallas[0].Es)
	// Output:
	// en_elaboracion
	// Nada se ejerce antes de la autorización, ni con fecha anterior a ella.
}

func ExampleRegistroMensual() {
	r := campana.Campana{Movimientos: []campana.Movimiento{{
		Linea: "L1", Tipo: campana.Pago, Fecha: f("2026-11-20"), Documento: "CLC 4471", Monto: 696_000_000,
		Renglon: &campana.Linea{Partida: "36101", Concepto: "Transmisión de anuncios", Unidad: "anuncio", Cantidad: 240, Costo: 2_500_000, Proveedor: proveedor},
	}}}
	for _, e := range campana.RegistroMensual(r, 2026, time.November) {
		fmt.Println(e.Partida, e.Fecha, e.Descripcion, e.Unidad, e.Cantidad, e.Costo, e.Monto, e.Nombre, e.RFC)
	}
	// Output: 36101 2026-11-20 Transmisión de anuncios anuncio 240 2500000 696000000 Televisora del Sol, S.A. de C.V. TSO000101AB1
}
