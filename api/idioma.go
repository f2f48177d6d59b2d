package api

import (
	"net/http"
	"strconv"
	"strings"
)

// idiomaDe is the language of the answer: "en" when the caller prefers English
// to Spanish, else "es".
func idiomaDe(r *http.Request) string {
	pide := r.Header.Get("Accept-Language")
	if pide == "" {
		return "es"
	}
	es, en := -1.0, -1.0
	for p := range strings.SplitSeq(pide, ",") {
		etiqueta, resto, _ := strings.Cut(strings.TrimSpace(p), ";")
		q := 1.0
		if _, v, ok := strings.Cut(resto, "q="); ok {
			if f, err := strconv.ParseFloat(strings.TrimSpace(v), 64); err == nil {
				q = f
			}
		}
		lengua, _, _ := strings.Cut(strings.ToLower(etiqueta), "-")
		switch lengua {
		case "es":
			es = max(es, q)
		case "en":
			en = max(en, q)
		}
	}
	if en > 0 && en > es {
		return "en"
	}
	return "es"
}
