package api

import (
	"context"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"net/http"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/ejemplo"
	"github.com/operacion-abierta/operacion/siade/sugerencia"
)

// PorClasificar is what is known of a petition for which a classification is
// asked. It is kept nowhere.
type PorClasificar struct {
	Relato       string                 `json:"relato" validate:"required,max=8000" doc:"Lo que se pide o se cuenta" example:"Llevo tres semanas sin que me surtan la insulina de mi mamá."`
	Canal        siade.Canal            `json:"canal,omitempty" doc:"Medio por el que llegó" example:"modulo"`
	Peticionario siade.TipoPeticionario `json:"peticionario,omitempty" doc:"Clase de quien la presenta" example:"derechohabiente"`
}

// Sugerencias is the classification that is suggested, with its reasons.
type Sugerencias struct {
	Clasificacion siade.Clasificacion `json:"clasificacion" doc:"La clasificación sugerida, lista para enviarse al acto clasificar"`
	Tipo          Sugerida            `json:"tipo" doc:"Clase de petición"`
	Tema          Sugerida            `json:"tema" doc:"Tema"`
	Servicio      Sugerida            `json:"servicio" doc:"Servicio"`
	Gravedad      Sugerida            `json:"gravedad" doc:"Gravedad; un riesgo vital se sugiere aunque sea poco probable"`
	Sensible      Sugerida            `json:"sensible" doc:"Por qué sería sensible; no, si no lo parece. Se sugiere aunque sea poco probable"`
}

// Sugerida is what is suggested of one field, with its reasons.
type Sugerida struct {
	Valor     string         `json:"valor" doc:"Lo que se sugiere; vacío si nada se ha aprendido del campo" example:"gestion"`
	Confianza int            `json:"confianza" doc:"Qué tan probable es que sea lo correcto, por ciento" example:"72"`
	Otras     []OtraSugerida `json:"otras" doc:"Las dos que siguen"`
	Palabras  []PesoPalabra  `json:"palabras" doc:"Palabras del relato que más pesaron, cinco a lo más"`
	Senales   []string       `json:"senales" doc:"Señales de riesgo vital o de asunto sensible halladas en el relato" example:"[\"no puede respirar\"]"`
}

// OtraSugerida is what was not suggested, with how likely it is.
type OtraSugerida struct {
	Valor     string `json:"valor" doc:"Valor" example:"queja"`
	Confianza int    `json:"confianza" doc:"Qué tan probable es, por ciento" example:"18"`
}

// PesoPalabra is a word of the text and how much it weighed.
type PesoPalabra struct {
	Palabra string `json:"palabra" doc:"Palabra, o dos seguidas" example:"surtan"`
	Peso    int    `json:"peso" doc:"Su parte de lo que habla en favor, por ciento" example:"31"`
}

// aClasificar are the facultades of who works on classifications.
var aClasificar = []doe.Facultad{"siade.clasificacion:registrar", "siade.clasificacion:ejecutar", "siade.clasificacion:supervisar", "siade.clasificacion:coordinar"}

func (s *Servidor) montarSugerencias() {
	op := operacion{
		Operation: huma.Operation{
			Method: http.MethodPost, Path: "/v1/siade/sugerencias", OperationID: "siade-sugerir", Summary: "Sugerir cómo clasificar",
			Description: "Sugiere tipo, tema, servicio, gravedad y sensibilidad de un relato, con las palabras que pesaron. Aprende de lo que deciden quienes clasifican. No guarda el relato ni decide.",
			Tags:        []string{siade.Coleccion},
		},
		entrada: reflect.TypeFor[PorClasificar](), respuesta: s.de(reflect.TypeFor[Sugerencias](), "Lo que se sugiere y por qué."), atender: s.sugerir,
		ejemplo: PorClasificar{Relato: "Llevo tres semanas sin que me surtan la insulina de mi mamá.", Canal: siade.Modulo, Peticionario: siade.Derechohabiente},
		errores: []int{http.StatusForbidden},
	}
	s.ejerce(&op, aClasificar...)
	s.montar(op)
}

// facultado refuses a read to whom no function of their unit lets do it.
func (s *Servidor) facultado(c *caso, fs []doe.Facultad) error {
	a := doe.Ambito{Alcance: doe.Nacional, Rama: siade.Rama}
	if c.actor.Rol == "" {
		if _, ok := s.catalogo().Decidir(c.actor.Unidad, a, fs); ok {
			return nil
		}
	}
	textos, _ := s.otorgan(fs)
	e := &falla.Error{Clase: falla.Prohibida, Codigo: "sin-facultad", Es: "Ninguna función de su unidad la faculta para esto.", En: "No function of your unit empowers it to do this.", Facultad: textos[0]}
	for _, q := range s.catalogo().Quienes(a, fs) {
		e.Facultadas = append(e.Facultadas, falla.Facultada{Unidad: string(q.Unidad), Nombre: s.nombreDe(q.Unidad), Funciones: enTexto(q.Funciones), Fundamento: string(q.Fundamento)})
	}
	return e
}

func enTexto(fs doe.Funciones) []string {
	out := []string{}
	for k := range fs.All() {
		out = append(out, string(k))
	}
	return out
}

func (s *Servidor) sugerir(c *caso) (respuesta, error) {
	if err := s.facultado(c, aClasificar); err != nil {
		return respuesta{}, err
	}
	var e PorClasificar
	if err := json.Unmarshal(c.cuerpo, &e); err != nil {
		return respuesta{}, err
	}
	if s.sugeridor.pedida.Swap(int64(s.ahora())) == 0 {
		go func() { _ = s.repasar(context.WithoutCancel(c.r.Context())) }() // what fails is tried again
	}
	x := s.sugeridor.sugerir(sugerencia.Caso{Texto: e.Relato, Canal: string(e.Canal), Peticionario: string(e.Peticionario)})
	out := Sugerencias{Tipo: sugerida(x.Tipo), Tema: sugerida(x.Tema), Servicio: sugerida(x.Servicio), Gravedad: sugerida(x.Gravedad), Sensible: sugerida(x.Sensible)}
	out.Clasificacion = siade.Clasificacion{Tipo: siade.Tipo(x.Tipo.Valor), Tema: x.Tema.Valor, Servicio: x.Servicio.Valor, Gravedad: siade.Gravedad(x.Gravedad.Valor)}
	if v := x.Sensible.Valor; v != sugerencia.NoSensible && v != "" {
		out.Clasificacion.Sensible = true
		if v != sugerencia.SinMotivo {
			out.Clasificacion.Sensibilidad = siade.Sensibilidad(v)
		}
	}
	return enJSON(out)
}

func sugerida(o sugerencia.Opcion) Sugerida {
	out := Sugerida{Valor: o.Valor, Confianza: o.Confianza, Otras: []OtraSugerida{}, Palabras: []PesoPalabra{}, Senales: append([]string{}, o.Signos...)}
	for _, x := range o.Otras {
		out.Otras = append(out.Otras, OtraSugerida(x))
	}
	for _, p := range o.Palabras {
		out.Palabras = append(out.Palabras, PesoPalabra(p))
	}
	return out
}

// modeloInicial knows what the made-up petitions teach.
var modeloInicial = sync.OnceValue(func() *sugerencia.Modelo {
	m := sugerencia.Nuevo()
	for _, x := range ejemplo.Lexico() {
		if b, ok := sugerencia.ParseBlanco(x.Blanco); ok {
			m.AprenderPalabras(b, x.Clase, x.Palabras)
		}
	}
	const semilla, variantes = 2026, 4
	for _, e := range ejemplo.Etiquetadas(rand.New(rand.NewPCG(semilla, semilla)), variantes) {
		m.Aprender(sugerencia.Caso{Texto: e.Relato}.Rasgos(), decisionDe(&e.Clasificacion))
	}
	return m
})

func decisionDe(c *siade.Clasificacion) sugerencia.Decision {
	d := sugerencia.Decision{Tipo: string(c.Tipo), Tema: c.Tema, Servicio: c.Servicio, Gravedad: string(c.Gravedad), Sensible: sugerencia.NoSensible}
	if c.Sensible {
		if d.Sensible = string(c.Sensibilidad); d.Sensible == "" {
			d.Sensible = sugerencia.SinMotivo
		}
	}
	return d
}

const (
	// ventana is how many petitions are learned from: the last registered. What
	// the store says of them is all that the model knows beyond the made-up
	// ones, so that several servers agree once they have looked.
	ventana = 20_000
	// enEspera is how many acts wait to be learned from at most, and pausa how
	// long is waited between two: learning takes little from those who register.
	enEspera = 256
	pausa    = 5 * time.Millisecond
	// cadaRepaso is how long passes between two looks at the store.
	cadaRepaso = 10 * time.Minute
	// descanso is how long after the last suggestion what was learned is let go:
	// a server that nobody asks keeps nothing in memory for it.
	descanso = time.Hour
)

// sugeridor suggests classifications and learns from those decided.
type sugeridor struct {
	mu     sync.RWMutex
	modelo *sugerencia.Modelo
	vistas map[string]aprendida // by folio
	cola   chan almacen.Expediente
	activo atomic.Bool
	repaso atomic.Int64 // instant of the last look at the store
	pedida atomic.Int64 // instant of the last suggestion; 0 while none is asked
}

// aprendida is a petition that was learned from.
type aprendida struct {
	version  int
	rasgos   sugerencia.Rasgos
	decision sugerencia.Decision
}

func nuevoSugeridor() *sugeridor {
	return &sugeridor{vistas: map[string]aprendida{}, cola: make(chan almacen.Expediente, enEspera)}
}

func (g *sugeridor) sugerir(c sugerencia.Caso) sugerencia.Sugerencia {
	g.mu.RLock()
	if m := g.modelo; m != nil {
		defer g.mu.RUnlock()
		return m.Sugerir(c)
	}
	g.mu.RUnlock()
	return modeloInicial().Sugerir(c)
}

// anotar leaves a petition to be learned from. When too many wait it is left
// for the next look at the store.
func (g *sugeridor) anotar(x *almacen.Expediente) {
	if g.pedida.Load() == 0 {
		return // the store will be looked at when one is asked
	}
	select {
	case g.cola <- *x:
	default:
		return
	}
	if g.activo.CompareAndSwap(false, true) {
		go g.atender()
	}
}

// atender learns from those that wait, and ends when none does.
func (g *sugeridor) atender() {
	for {
		select {
		case x := <-g.cola:
			_ = g.ver(&x) // what cannot be read is not learned from
			time.Sleep(pausa)
		default:
			g.activo.Store(false)
			if len(g.cola) == 0 || !g.activo.CompareAndSwap(false, true) {
				return
			}
		}
	}
}

// ver learns from a petition as it stands, and takes back what was learned of
// it before.
func (g *sugeridor) ver(x *almacen.Expediente) error {
	g.mu.RLock()
	antes := g.vistas[x.Folio]
	g.mu.RUnlock()
	if antes.version >= x.Version {
		return nil
	}
	r, err := siade.Peticiones.Decodificar(x.Doc)
	if err != nil {
		return err
	}
	p := r.(*siade.Peticion)
	ahora := aprendida{version: x.Version, rasgos: antes.rasgos}
	if p.Clasificacion != nil {
		ahora.decision = decisionDe(p.Clasificacion)
		if ahora.rasgos == nil {
			ahora.rasgos = sugerencia.Caso{Texto: p.Relato, Canal: string(p.Canal), Peticionario: string(p.Peticionario.Tipo)}.Rasgos()
		}
	}
	inicial := modeloInicial()
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.modelo == nil {
		g.modelo = inicial.Copia()
	}
	if ya := g.vistas[x.Folio]; ya.version >= x.Version {
		return nil
	} else if ya.decision != ahora.decision {
		g.modelo.Olvidar(ya.rasgos, ya.decision)
		g.modelo.Aprender(ahora.rasgos, ahora.decision)
	}
	g.vistas[x.Folio] = ahora
	return nil
}

// soltar lets go what was learned; it is learned anew when asked again.
func (g *sugeridor) soltar() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.modelo, g.vistas = nil, map[string]aprendida{}
	g.repaso.Store(0)
	g.pedida.Store(0)
}

// folios lists the petitions that were learned from.
func (g *sugeridor) folios() []string {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return slices.Collect(maps.Keys(g.vistas))
}

// olvidar takes back what was learned of a petition.
func (g *sugeridor) olvidar(folio string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if x, ya := g.vistas[folio]; ya {
		g.modelo.Olvidar(x.rasgos, x.decision)
		delete(g.vistas, folio)
	}
}

// repasar looks at the last petitions of the store: learns from those decided
// by other servers and forgets those that are no longer among the last.
func (s *Servidor) repasar(ctx context.Context) error {
	ahora, ultimo := int64(s.ahora()), s.sugeridor.repaso.Load()
	switch pedida := s.sugeridor.pedida.Load(); {
	case pedida == 0:
		return nil
	case ahora-pedida > descanso.Microseconds():
		s.sugeridor.soltar()
		return nil
	}
	if _, ok := s.mesa.Tramite(siade.Coleccion); !ok || ahora-ultimo < cadaRepaso.Microseconds() || !s.sugeridor.repaso.CompareAndSwap(ultimo, ahora) {
		return nil
	}
	antes := s.sugeridor.folios()
	f := almacen.Filtro{Vista: tramite.Vista{Reservados: true}, Limite: maxLimite} // the newest first
	ultimas := map[string]bool{}
	for len(ultimas) < ventana {
		p, err := s.almacen.Listar(ctx, siade.Coleccion, f)
		if err != nil {
			return err
		}
		for i := range p.Elementos {
			ultimas[p.Elementos[i].Folio] = true
			if err := s.sugeridor.ver(&p.Elementos[i]); err != nil {
				return err
			}
		}
		if f.Cursor = p.Siguiente; f.Cursor == "" {
			break
		}
	}
	for _, folio := range antes {
		if !ultimas[folio] {
			s.sugeridor.olvidar(folio)
		}
	}
	return nil
}
