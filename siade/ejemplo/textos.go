package ejemplo

import (
	"math/rand/v2"
	"strings"

	"github.com/operacion-abierta/operacion/siade"
)

var (
	nombres   = strings.Fields("Rosa Elena Tomás Irene Saúl Marta Julián Ofelia Ramiro Nadia Efraín Celia Bruno Amparo Teo Lidia Marco Delfina Adán Socorro")
	apellidos = strings.Fields("Prado Luna Solís Barrera Quiroz Tamez Olvera Cisneros Arriaga Montes Yáñez Farías Zúñiga Peralta Rosas Villar Nava Cedillo Ibarra Treviño")
	areas     = []string{"Consulta externa", "Farmacia", "Urgencias", "Afiliación y vigencia", "Archivo clínico", "Laboratorio", "Guardería", "Pensiones"}
	puestos   = []string{"Médica familiar", "Enfermero", "Asistente médica", "Auxiliar administrativo", "Químico"}
	turnos    = []string{"el turno matutino", "el turno vespertino", "el fin de semana", "la jornada nocturna"}
)

var orientaciones = []string{
	"Se explicaron los requisitos y dónde se hace el trámite.",
	"Se acompañó a la ventanilla y quedó iniciado el trámite.",
	"Se informó el horario y se entregó la lista de documentos.",
	"Se verificó la vigencia y se indicó el paso siguiente.",
}

// caso is a matter with its codes and what is told of it; «%» takes a shift.
type caso struct{ tema, servicio, relato string }

var casos = map[siade.Tipo][]caso{
	siade.Orientacion: {
		{"vigencia-derechos", "afiliacion", "Quiero saber si sigo vigente después de dejar mi empleo y qué hago si no."},
		{"alta-beneficiarios", "afiliacion", "Pregunto qué papeles llevo para registrar a mi hijo recién nacido en %."},
		{"cambio-clinica", "afiliacion", "Me mudé de municipio y pido saber cómo cambio de unidad de medicina familiar."},
		{"pension-vejez", "prestaciones", "Cumplo la edad este año y no sé por dónde empieza el trámite de pensión."},
		{"incapacidad", "medicina-familiar", "Perdí la hoja de mi incapacidad y pregunto cómo obtengo una copia."},
	},
	siade.Gestion: {
		{"surtimiento-recetas", "farmacia", "Llevo dos visitas y no hay el medicamento de mi receta; pido que me digan cuándo lo surten."},
		{"cita-especialidad", "especialidades", "Mi pase a especialidad tiene fecha muy lejana; pido que revisen si hay lugar en %."},
		{"estudios", "laboratorio", "Faltan los resultados de mis estudios y mi consulta es esta semana."},
		{"correccion-datos", "afiliacion", "Mi nombre está mal escrito en el sistema y pido que lo corrijan."},
	},
	siade.Queja: {
		{"trato", "consulta-externa", "Me hablaron con malos modos en % y no quisieron darme informes."},
		{"demora", "urgencias", "Esperé más de seis horas en urgencias sin que nadie me valorara."},
		{"negativa", "archivo-clinico", "Se negaron a darme copia de mi expediente sin decirme por qué."},
	},
	siade.Reconocimiento: {
		{"trato", "urgencias", "Agradezco la paciencia con que atendieron a mi madre en %."},
		{"trato", "farmacia", "Quien despacha la farmacia se tomó el tiempo de explicarme cada toma."},
	},
	siade.Sugerencia: {
		{"accesos", "instalaciones", "Sugiero una rampa en la entrada de atrás, que es la más cercana a la parada."},
		{"horarios", "laboratorio", "Propongo que el laboratorio reciba muestras también en %."},
	},
}

func asunto(azar *rand.Rand, t siade.Tipo) caso {
	c := uno(azar, casos[t])
	c.relato = strings.ReplaceAll(c.relato, "%", uno(azar, turnos))
	return c
}

func persona(azar *rand.Rand) string {
	return uno(azar, nombres) + " " + uno(azar, apellidos) + " " + uno(azar, apellidos)
}
