package main

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var actualizar = flag.Bool("update", false, "write what the program prints as the expected output")

const salida = "testdata/salida.txt"

func TestTheProgramTellsItsStory(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, contar(t.Context(), &b))
	if *actualizar {
		require.NoError(t, os.WriteFile(salida, b.Bytes(), 0o644))
	}
	esperada, err := os.ReadFile(salida)
	require.NoError(t, err)
	assert.Equal(t, string(esperada), b.String())
}
