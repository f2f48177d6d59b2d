module github.com/operacion-abierta/operacion

go 1.26.0
