// Command cliente takes a complaint through the API, from its registration by
// the public to its rating, with two refusals on the way. It starts the server
// itself, so that it needs nothing.
//
//	go run ./examples/cliente
//
// It talks to the server through the client in package contrato, which is
// generated from the OpenAPI document: an operation is a method, what it takes
// and gives are types, and a refusal is an error.
//
//	c := &contrato.Cliente{Base: "http://127.0.0.1:8080", Token: token}
//	p, err := c.PeticionesClasificar(ctx, folio, contrato.SiadeClasificacionEntrada{Tipo: "queja"})
//	var no *contrato.ApiProblema
//	if errors.As(err, &no) {
//		fmt.Println(no.Codigo, no.UnidadesFacultadas)
//	}
package main
