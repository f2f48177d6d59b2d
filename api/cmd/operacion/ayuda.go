package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// ayuda is the flag that prints the help of the command before it and ends.
type ayuda bool

// BeforeReset prints the help.
func (ayuda) BeforeReset(k *kong.Kong, c *kong.Context) error {
	if err := imprimirAyuda(kong.HelpOptions{}, c); err != nil {
		return err
	}
	k.Exit(limpio)
	return nil
}

// IgnoreDefault lets the flag stand without the command's arguments.
func (ayuda) IgnoreDefault() {}

// imprimirAyuda writes the help in Spanish.
func imprimirAyuda(_ kong.HelpOptions, c *kong.Context) error {
	n := c.Model.Node
	for _, p := range c.Path {
		if p.Command != nil {
			n = p.Command
		}
	}
	w := c.Stdout
	fmt.Fprintf(w, "%s\n\nUso: operacion%s [opciones]\n", c.Model.Help, camino(n))
	if n != c.Model.Node {
		fmt.Fprintf(w, "\n%s\n", n.Help)
	}
	if len(n.Children) > 0 {
		fmt.Fprint(w, "\nÓrdenes:\n")
		for _, h := range n.Children {
			fmt.Fprintf(w, "  %-12s %s\n", h.Name, h.Help)
		}
	}
	fmt.Fprint(w, "\nOpciones:\n")
	vistas := map[string]bool{}
	for _, f := range banderas(n, c.Model.Node) {
		if vistas[f.Name] {
			continue
		}
		vistas[f.Name] = true
		nombre := "--" + f.Name
		if !f.IsBool() {
			nombre += "=" + cmp.Or(f.PlaceHolder, "VALOR")
		}
		dice := f.Help
		if f.HasDefault && f.Default != "" {
			dice += fmt.Sprintf(" Por omisión, %s.", f.Default)
		}
		if len(f.Envs) > 0 {
			dice += " [" + strings.Join(f.Envs, ", ") + "]"
		}
		fmt.Fprintf(w, "  %-28s %s\n", nombre, dice)
	}
	fmt.Fprint(w, "\nTermina con 0 si todo está bien, 1 si hay hallazgos o no pudo hacerse, 2 si la orden está mal escrita.\n")
	return nil
}

func camino(n *kong.Node) string {
	if n.Type == kong.ApplicationNode {
		return " [orden]"
	}
	nombre := " " + n.Name
	for p := n.Parent; p != nil && p.Type == kong.CommandNode; p = p.Parent {
		nombre = " " + p.Name + nombre
	}
	if len(n.Children) > 0 {
		return nombre + " orden"
	}
	for _, a := range n.Positional {
		nombre += " " + strings.ToUpper(a.Name)
		if a.IsCumulative() {
			nombre += "…"
		}
	}
	return nombre
}

// banderas lists the flags of the command and of the program; at the top,
// those of the default command too.
func banderas(n, raiz *kong.Node) []*kong.Flag {
	out := append([]*kong.Flag{}, n.Flags...)
	if n == raiz && raiz.DefaultCmd != nil {
		out = append(out, raiz.DefaultCmd.Flags...)
	}
	return append(out, raiz.Flags...)
}
