// Package difusion takes orientation to where people are.
//
// [Actividades] are orientation events and rounds of proactive orientation:
// place, day, theme, who attends and for whom, with a goal; and what came of
// it: people attended by kind, documents handed out and petitions born there.
// [Protocolos] are the protocols of good treatment, by versions, with their
// diffusion to each OOAD and its confirmation that they were read. [Contar]
// counts reach. [Apariciones] are appearances in the media.
package difusion
