package capacitacion

import "github.com/operacion-abierta/operacion/doe/falla"

// The rules of training. Codes keep their meaning once published.
var (
	ReglaTemaRepetido = falla.Regla{Codigo: "DOE-CAPACITACION-01", Fuente: deTrabajo,
		Es: "La clave del tema se repite.", En: "The key of the theme is repeated."}
	ReglaAsistencia = falla.Regla{Codigo: "DOE-CAPACITACION-02", Fuente: deTrabajo,
		Es: "La asistencia mínima va de más de cero a cien por ciento.", En: "The least attendance is above zero and one hundred per cent at most."}
	ReglaMinima = falla.Regla{Codigo: "DOE-CAPACITACION-03", Fuente: pruebas,
		Es: "El curso con instrumento dice calificación mínima e intentos; el que no lo tiene, ninguno.", En: "A course with a test says its pass mark and attempts; one without it, neither."}
	ReglaSinInstrumento = falla.Regla{Codigo: "DOE-CAPACITACION-04", Fuente: pruebas,
		Es: "No hay instrumento con esa clave.", En: "There is no test with that key."}
	ReglaReactivoRepetido = falla.Regla{Codigo: "DOE-CAPACITACION-05", Fuente: deTrabajo,
		Es: "La clave del reactivo se repite.", En: "The key of the question is repeated."}
	ReglaCorrecta = falla.Regla{Codigo: "DOE-CAPACITACION-06", Fuente: pruebas,
		Es: "La opción correcta no está entre las opciones.", En: "The right option is not among the options."}
	ReglaArea = falla.Regla{Codigo: "DOE-CAPACITACION-07", Fuente: detecta,
		Es: "El área no está en el catálogo.", En: "The unit is not in the catalog."}
	ReglaOOAD = falla.Regla{Codigo: "DOE-CAPACITACION-08", Fuente: detecta,
		Es: "El OOAD falta, sobra o no es el que corresponde.", En: "The body is missing, is one too many, or is not the one due."}
	ReglaOrigen = falla.Regla{Codigo: "DOE-CAPACITACION-09", Fuente: detecta,
		Es: "Lo que sale de una evaluación o de una supervisión señala su expediente, y todo expediente señalado existe y puede leerse.", En: "What comes from a test or a visit names its record, and every record named exists and may be read."}
	ReglaVia = falla.Regla{Codigo: "DOE-CAPACITACION-10", Fuente: detecta,
		Es: "La interna se valora para un programa; la externa se autoriza y se tramita.", En: "An internal need is weighed for a programme; an external one is authorised and arranged."}
	ReglaLugares = falla.Regla{Codigo: "DOE-CAPACITACION-11", Fuente: tramita,
		Es: "Son %d lugares a lo más.", En: "There are %d places at most."}
	ReglaFechas = falla.Regla{Codigo: "DOE-CAPACITACION-12", Fuente: deTrabajo,
		Es: "Las fechas van en orden.", En: "The dates go in order."}
	ReglaLineaRepetida = falla.Regla{Codigo: "DOE-CAPACITACION-13", Fuente: deTrabajo,
		Es: "La clave del renglón se repite.", En: "The key of the line is repeated."}
	ReglaSinCurso = falla.Regla{Codigo: "DOE-CAPACITACION-14", Fuente: atencion,
		Es: "No hay curso vigente con esa clave en esa fecha.", En: "There is no course in force with that key on that day."}
	ReglaDeTrato = falla.Regla{Codigo: "DOE-CAPACITACION-15", Fuente: trato,
		Es: "El programa de buen trato lleva cursos de buen trato o de derechos humanos.", En: "A programme of good treatment has courses of good treatment or human rights."}
	ReglaSinValorar = falla.Regla{Codigo: "DOE-CAPACITACION-16", Fuente: detecta,
		Es: "La necesidad no existe o no está valorada.", En: "The need does not exist, or was not weighed."}
	ReglaPresupuesto = falla.Regla{Codigo: "DOE-CAPACITACION-17", Fuente: atencion,
		Es: "Los cursos suman %d horas, más que las que hay.", En: "The courses add up to %d hours, more than there are."}
	ReglaMetaOOAD = falla.Regla{Codigo: "DOE-CAPACITACION-18", Fuente: atencion,
		Es: "La meta es de un OOAD o del nivel central; en el programa de un OOAD, la suya.", En: "A goal is of a body or of the central level; in a body's programme, its own."}
	ReglaMetaRepetida = falla.Regla{Codigo: "DOE-CAPACITACION-19", Fuente: atencion,
		Es: "El OOAD ya tiene meta.", En: "The body has a goal already."}
	ReglaMeta = falla.Regla{Codigo: "DOE-CAPACITACION-20", Fuente: atencion,
		Es: "La meta no pasa de la plantilla.", En: "A goal is not beyond the people in post."}
	ReglaEjercicio = falla.Regla{Codigo: "DOE-CAPACITACION-21", Fuente: atencion,
		Es: "El programa es de este año o del siguiente.", En: "The programme is for this year or the next."}
	ReglaTrimestre = falla.Regla{Codigo: "DOE-CAPACITACION-22", Fuente: atencion,
		Es: "Se informa un trimestre terminado del año del programa, una vez.", En: "What is told is a quarter of the programme's year that has ended, once."}
	ReglaAnio = falla.Regla{Codigo: "DOE-CAPACITACION-23", Fuente: atencion,
		Es: "El año del programa no ha terminado.", En: "The programme's year has not ended."}
	ReglaInstancia = falla.Regla{Codigo: "DOE-CAPACITACION-24", Fuente: deTrabajo,
		Es: "Lo acredita una edición propia, o una instancia con su documento.", En: "It is accredited by an edition of ours, or by an institution with its document."}
	ReglaDeEdicion = falla.Regla{Codigo: "DOE-CAPACITACION-25", Fuente: imparte,
		Es: "La edición no existe, no ha concluido o la persona no la acreditó.", En: "The edition does not exist, has not ended, or did not accredit the person."}
	ReglaYaTiene = falla.Regla{Codigo: "DOE-CAPACITACION-26", Fuente: deTrabajo,
		Es: "La persona ya tiene acreditado ese curso: se renueva.", En: "The person holds that course already: it is renewed."}
	ReglaPosterior = falla.Regla{Codigo: "DOE-CAPACITACION-27", Fuente: deTrabajo,
		Es: "La renovación es posterior a lo ya acreditado.", En: "A renewal is later than what was accredited."}
	ReglaSesiones = falla.Regla{Codigo: "DOE-CAPACITACION-28", Fuente: deTrabajo,
		Es: "Las sesiones van en orden y de hoy en adelante.", En: "Sessions go in order, from today on."}
	ReglaHoras = falla.Regla{Codigo: "DOE-CAPACITACION-29", Fuente: imparte,
		Es: "Las sesiones suman las %d horas del curso.", En: "The sessions add up to the %d hours of the course."}
	ReglaRenglon = falla.Regla{Codigo: "DOE-CAPACITACION-30", Fuente: atencion,
		Es: "El programa y su renglón van juntos, y el renglón es de ese curso.", En: "A programme comes with its line, and the line is of that course."}
	ReglaSinPrograma = falla.Regla{Codigo: "DOE-CAPACITACION-31", Fuente: autorizada,
		Es: "No existe ese programa o no está autorizado.", En: "There is no such programme, or it is not authorised."}
	ReglaCupo = falla.Regla{Codigo: "DOE-CAPACITACION-32", Fuente: imparte,
		Es: "Ya hay %d personas con lugar.", En: "There are %d people with a place."}
	ReglaInscrita = falla.Regla{Codigo: "DOE-CAPACITACION-33", Fuente: imparte,
		Es: "La persona ya está inscrita, espera lugar o imparte la edición.", En: "The person is enrolled, waits, or teaches the edition."}
	ReglaEspera = falla.Regla{Codigo: "DOE-CAPACITACION-34", Fuente: deTrabajo,
		Es: "Entre inscritas y en espera caben %d personas.", En: "There is room for %d people, enrolled or waiting."}
	ReglaNoInscrita = falla.Regla{Codigo: "DOE-CAPACITACION-35", Fuente: imparte,
		Es: "La persona no tiene lugar en la edición.", En: "The person has no place in the edition."}
	ReglaAunNo = falla.Regla{Codigo: "DOE-CAPACITACION-36", Fuente: imparte,
		Es: "Aún no llega la fecha de la sesión.", En: "The day of the session has not come."}
	ReglaSinNadie = falla.Regla{Codigo: "DOE-CAPACITACION-37", Fuente: imparte,
		Es: "No hay nadie inscrito.", En: "Nobody is enrolled."}
	ReglaSinVigor = falla.Regla{Codigo: "DOE-CAPACITACION-38", Fuente: imparte,
		Es: "El curso o su instrumento no tienen versión en vigor para la primera sesión.", En: "The course or its test has no version in force for the first session."}
	ReglaSesion = falla.Regla{Codigo: "DOE-CAPACITACION-39", Fuente: imparte,
		Es: "No hay una sesión con ese número que ya haya sido.", En: "There is no session with that number that has been held."}
	ReglaSinPrueba = falla.Regla{Codigo: "DOE-CAPACITACION-40", Fuente: pruebas,
		Es: "El curso no tiene evaluación de conocimientos.", En: "The course has no test."}
	ReglaReactivo = falla.Regla{Codigo: "DOE-CAPACITACION-41", Fuente: pruebas,
		Es: "El reactivo no es del instrumento o se contestó dos veces.", En: "The question is not of the test, or was answered twice."}
	ReglaOpcion = falla.Regla{Codigo: "DOE-CAPACITACION-42", Fuente: pruebas,
		Es: "El reactivo no tiene esa opción.", En: "The question has no such option."}
	ReglaIntentos = falla.Regla{Codigo: "DOE-CAPACITACION-43", Fuente: pruebas,
		Es: "La evaluación final se presenta %d veces a lo más.", En: "The final test is taken %d times at most."}
	ReglaDiagnostica = falla.Regla{Codigo: "DOE-CAPACITACION-44", Fuente: pruebas,
		Es: "La diagnóstica se presenta una vez, antes que la final.", En: "The diagnostic test is taken once, before the final one."}
	ReglaSinLista = falla.Regla{Codigo: "DOE-CAPACITACION-45", Fuente: imparte,
		Es: "Falta pasar lista de alguna sesión.", En: "The attendance of some session is missing."}
	ReglaMuchas = falla.Regla{Codigo: "DOE-CAPACITACION-46", Fuente: deTrabajo,
		Es: "Un programa atiende %d necesidades a lo más.", En: "A programme meets %d needs at most."}
)

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla {
	return []falla.Regla{
		ReglaTemaRepetido, ReglaAsistencia, ReglaMinima, ReglaSinInstrumento,
		ReglaReactivoRepetido, ReglaCorrecta, ReglaArea, ReglaOOAD, ReglaOrigen, ReglaVia,
		ReglaLugares, ReglaFechas, ReglaLineaRepetida, ReglaSinCurso, ReglaDeTrato, ReglaSinValorar,
		ReglaPresupuesto, ReglaMetaOOAD, ReglaMetaRepetida, ReglaMeta, ReglaEjercicio, ReglaTrimestre,
		ReglaAnio, ReglaInstancia, ReglaDeEdicion, ReglaYaTiene, ReglaPosterior, ReglaSesiones,
		ReglaHoras, ReglaRenglon, ReglaSinPrograma, ReglaCupo, ReglaInscrita, ReglaEspera,
		ReglaNoInscrita, ReglaAunNo, ReglaSinNadie, ReglaSinVigor, ReglaSesion, ReglaSinPrueba,
		ReglaReactivo, ReglaOpcion, ReglaIntentos, ReglaDiagnostica, ReglaSinLista, ReglaMuchas,
	}
}
