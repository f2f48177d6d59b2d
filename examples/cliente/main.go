package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/examples/cliente/contrato"
	"github.com/operacion-abierta/operacion/examples/cliente/servidor"
)

// Who acts, besides the person who complains.
var (
	tecnica = acceso.Credencial{Sub: "taod-14-007", Nombre: "Técnica en Atención", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: "14"}
	prensa  = acceso.Credencial{Sub: "titular-ucs", Nombre: "Titular de Comunicación", Unidad: "doe-7.1.2", Puesto: doe.Titular}
	medicas = acceso.Credencial{Sub: "enlace-dpm", Nombre: "Enlace de Prestaciones Médicas", Organo: "dn-prestaciones-medicas", Rol: doe.Area}
)

// ahora stops the clock of the server on a Monday morning.
func ahora() fecha.Instante { return fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour) }

func main() {
	if err := contar(context.Background(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "cliente:", err)
		os.Exit(1)
	}
}

// contar starts a server and tells the story of one complaint.
func contar(ctx context.Context, w io.Writer) (err error) {
	carpeta, err := os.MkdirTemp("", "operacion-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(carpeta) }()
	s, err := servidor.Abrir(ctx, carpeta, ahora)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Cerrar()) }()
	base, parar, err := s.Escuchar(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, parar()) }()

	r := &relato{w: w, s: s, base: base}
	if err := r.presentar(ctx); err != nil {
		return err
	}
	if err := r.atender(ctx); err != nil {
		return err
	}
	return r.concluir(ctx)
}

// relato is one complaint: its folio and the key that the public follows it by.
type relato struct {
	w            io.Writer
	s            *servidor.Servidor
	base         string
	folio, clave string
}

// persona is the client of who complains: without an account.
func (r *relato) persona() *contrato.Cliente { return &contrato.Cliente{Base: r.base} }

// como is the client of someone with an account.
func (r *relato) como(quien acceso.Credencial) *contrato.Cliente {
	return &contrato.Cliente{Base: r.base, Token: func() (string, error) { return r.s.Token(quien) }}
}

// presentar registers the complaint as the public does: without an account,
// for a folio and a key to follow it.
func (r *relato) presentar(ctx context.Context) error {
	acuse, err := r.persona().PublicoPeticionesRegistrar(ctx, contrato.SiadeRegistro{
		Canal: contrato.SiadeRegistroCanalWeb, Ooad: "14", Relato: "En urgencias esperé nueve horas sin que nadie me revisara.",
		Peticionario: contrato.SiadeDatosPeticionario{Tipo: contrato.SiadeDatosPeticionarioTipoDerechohabiente, Anonimo: true},
		Senalado:     contrato.SiadeSenaladoEntrada{Area: "Urgencias", Servicio: "Urgencias"},
	})
	if err != nil {
		return err
	}
	r.folio, r.clave = acuse.Folio, acuse.ClaveSeguimiento
	fmt.Fprintf(r.w, "La persona presenta su queja: %s, %s.\n", acuse.Folio, acuse.Estado)
	return nil
}

// atender takes it to its answer. Who may do each act is not for the client to
// know: the server says so, by the functions of the manual.
func (r *relato) atender(ctx context.Context) error {
	queja := contrato.SiadeClasificacionEntrada{Tipo: contrato.SiadeClasificacionEntradaTipoQueja}
	_, err := r.como(prensa).PeticionesClasificar(ctx, r.folio, queja)
	if err := r.negado("Comunicación Social intenta clasificarla", err); err != nil {
		return err
	}
	p, err := r.como(tecnica).PeticionesClasificar(ctx, r.folio, queja)
	if err != nil {
		return err
	}
	fmt.Fprintf(r.w, "La técnica la clasifica: %s; vence el %s (%s).\n", p.Estado, p.Vence, p.Semaforo)
	if p, err = r.como(tecnica).PeticionesTurnar(ctx, r.folio, contrato.SiadeTurno{Organo: string(medicas.Organo), Motivo: "Es de su competencia."}); err != nil {
		return err
	}
	fmt.Fprintf(r.w, "La técnica la turna al área: %s.\n", p.Estado)
	respuesta := contrato.SiadeRespuestaEntrada{Respuesta: "Se reforzó el turno y se ofrece una disculpa.", Sentido: contrato.SiadeRespuestaEntradaSentidoFavorable}
	_, err = r.como(tecnica).PeticionesResponder(ctx, r.folio, respuesta)
	if err := r.negado("La técnica intenta responderla", err); err != nil {
		return err
	}
	if p, err = r.como(medicas).PeticionesResponder(ctx, r.folio, respuesta); err != nil {
		return err
	}
	fmt.Fprintf(r.w, "El área responde: %s.\n", p.Estado)
	return nil
}

// concluir notifies the answer, closes the complaint, lets the person rate it
// and shows what was left on record.
func (r *relato) concluir(ctx context.Context) error {
	if _, err := r.como(tecnica).PeticionesNotificar(ctx, r.folio, contrato.SiadeNotaAviso{Medio: contrato.SiadeNotaAvisoMedioPortal}); err != nil {
		return err
	}
	if _, err := r.como(tecnica).PeticionesCerrar(ctx, r.folio); err != nil {
		return err
	}
	v, err := r.persona().PublicoPeticionesLeer(ctx, r.folio, r.clave)
	if err != nil {
		return err
	}
	fmt.Fprintf(r.w, "La persona lee, con su clave: «%s» Puede %v.\n", v.Respuestas[0].Texto, v.Actos)
	if v, err = r.persona().PublicoPeticionesCalificar(ctx, r.folio, r.clave, contrato.SiadeOpinion{Calificacion: 4}); err != nil {
		return err
	}
	fmt.Fprintf(r.w, "La persona califica. Ahora puede %v.\n\nHistorial:\n", v.Actos)
	h, err := r.como(tecnica).PeticionesHistorial(ctx, r.folio)
	if err != nil {
		return err
	}
	for _, e := range h.Elementos {
		fmt.Fprintf(r.w, "%d %s, por %s, %s %v\n", e.Secuencia, e.Acto, e.Actor.Nombre, e.Fundamento.Tipo, e.Fundamento.Funciones)
	}
	return nil
}

// negado tells a refusal: its code, who may do it, every fault. It gives back
// any other error, and the lack of one.
func (r *relato) negado(que string, err error) error {
	var p *contrato.ApiProblema
	if !errors.As(err, &p) {
		return errors.Join(errors.New("nobody refused: "+que), err)
	}
	fmt.Fprintf(r.w, "%s: %d %s. %s\n", que, p.Status, p.Codigo, p.Detail)
	for _, u := range p.UnidadesFacultadas {
		fmt.Fprintf(r.w, "    puede %s, por %v\n", u.Unidad, u.Funciones)
	}
	for _, e := range p.Errors {
		fmt.Fprintf(r.w, "    %s en %s: %s\n", e.Codigo, e.Location, e.Message)
	}
	return nil
}
