package tramite_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestElDiagramaMuestraCadaEstadoYCadaActo(t *testing.T) {
	def := prestamos.Definicion()
	svg, mmd := def.SVG(), def.Mermaid()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err, "el SVG está bien formado")
	}
	for _, e := range def.Estados {
		assert.Contains(t, mmd, `state "`+e.Titulo+`"`)
	}
	for _, a := range def.Actos {
		assert.Contains(t, svg, ">"+a.Titulo+"<")
	}
	assert.Contains(t, mmd, "[*] --> solicitado: solicitar")
	assert.Contains(t, mmd, "devuelto --> [*]")
}
