package consulta

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
)

// PrimeraFicha is the example of a card. What it says is made up, in the manner
// of the real ones.
var PrimeraFicha = version.Alta[Contenido]{Clave: "SUB-MAT", Contenido: Contenido{
	Clase: Prestacion, Nombre: "Subsidio por maternidad", Sinonimos: []string{"incapacidad por embarazo", "pago por parto"},
	Resumen:    "Pago del salario mientras dura el descanso antes y después del parto.",
	Quienes:    []string{"Aseguradas con al menos treinta semanas cotizadas en los doce meses anteriores."},
	Requisitos: []string{"Embarazo y fecha probable de parto certificados por el Instituto.", "No trabajar durante el descanso."},
	Documentos: []Documento{{Nombre: "Identificación oficial vigente", Forma: OriginalYCopia}, {Nombre: "Estado de cuenta con CLABE a su nombre", Forma: Copia, Nota: "Para el depósito."}},
	Costo:      &Costo{},
	Donde: []Lugar{
		{Medio: Presencial, Donde: "Control de prestaciones de su unidad de medicina familiar", Horario: "Lunes a viernes de 8:00 a 19:30"},
		{Medio: EnLinea, Donde: "Escritorio virtual", Liga: "https://www.imss.gob.mx/tramites"},
	},
	Pasos:      []string{"Acuda a consulta al cumplir la semana 34.", "Reciba el certificado único.", "Registre su cuenta para el depósito."},
	Termino:    &Termino{Cuenta: 5, Dias: DiasHabiles, Fuente: Cita{Norma: "Reglamento de Prestaciones Médicas", Lugar: "art. 141"}},
	Fundamento: []Cita{{Norma: "LSS", Lugar: "arts. 101 a 103"}},
	Preguntas:  []Pregunta{{Pregunta: "¿Qué pasa si no junto las treinta semanas?", Respuesta: "El pago corresponde al patrón."}},
	Responde:   []siade.Codigo{{Clase: siade.ClaseServicio, Clave: "prestaciones-economicas"}},
	Organo:     "dn-prestaciones-economicas-y-sociales", Revisar: fecha.MustParse("2026-12-01"),
}}
