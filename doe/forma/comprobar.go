package forma

import (
	"errors"
	"fmt"
	"reflect"
)

// Comprobar tells every fault of a type that callers send, with those of the
// types it holds: unknown tags, tags on values they do not fit, texts, lists
// and maps without a maximum, lists of structs without dive, types whose JSON
// nobody describes. It is meant for start-up.
func Comprobar(t reflect.Type) error {
	var errs []error
	comprobar(sinPuntero(t), map[reflect.Type]bool{}, &errs)
	return errors.Join(errs...)
}

func comprobar(t reflect.Type, vistos map[reflect.Type]bool, errs *[]error) {
	if vistos[t] {
		return
	}
	vistos[t] = true
	campos, err := Campos(t)
	if err != nil {
		*errs = append(*errs, err)
		return
	}
	for _, c := range campos {
		if c.Hecho {
			continue
		}
		if err := comprobarValor(c.Tipo, c.Propias, c.Elementos, c.Recorre, vistos, errs); err != nil {
			*errs = append(*errs, fmt.Errorf("%s.%s: %w", t, c.Go, err))
		}
	}
}

func comprobarValor(t reflect.Type, propias, elementos Marcas, recorre bool, vistos map[reflect.Type]bool, errs *[]error) error {
	f, descrito := FormaDe(t)
	switch ClaseDe(t) {
	case Texto:
		if !propias.acotan() && f.LargoMaximo == 0 && len(f.Valores) == 0 {
			return errors.New("a text without a maximum")
		}
	case Valor:
		if !descrito {
			return fmt.Errorf("type %s writes its own JSON and does not describe it", t)
		}
	case Lista, Mapa:
		if !propias.acotan() {
			return errors.New("a list or map without a maximum")
		}
		return comprobarElementos(t.Elem(), elementos, recorre, vistos, errs)
	case Objeto:
		comprobar(sinPuntero(t), vistos, errs)
	}
	return nil
}

func comprobarElementos(t reflect.Type, marcas Marcas, recorre bool, vistos map[reflect.Type]bool, errs *[]error) error {
	c := ClaseDe(t)
	if c == Lista || c == Mapa {
		return errors.New("a list of lists")
	}
	if c == Objeto && !recorre {
		return errors.New("a list of structs without dive")
	}
	if err := comprobarValor(t, marcas, nil, false, vistos, errs); err != nil {
		return fmt.Errorf("its elements: %w", err)
	}
	return nil
}
