// Package siade holds the petition: what people ask, complain of, praise or
// suggest to the Institute, from its registration to its retention.
//
// [Peticiones] declares the trámite. What differs by type of petition is in
// [Caminos], how long each step may take in [TerminosRespuesta] and
// [Terminos], and what may be refused in [Reglas].
package siade
