package api

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metricas are what the server counts of itself. Labels are closed lists: the
// operation, the method and the status.
type metricas struct {
	registro    *prometheus.Registry
	solicitudes *prometheus.CounterVec
	duracion    *prometheus.HistogramVec
	enVuelo     prometheus.Gauge
}

func nuevasMetricas() metricas {
	m := metricas{
		registro: prometheus.NewRegistry(),
		solicitudes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "operacion_solicitudes_total", Help: "Solicitudes atendidas, por operación, método y estado.",
		}, []string{"operacion", "metodo", "estado"}),
		duracion: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "operacion_solicitud_segundos", Help: "Lo que tardó cada solicitud.",
			Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5},
		}, []string{"operacion"}),
		enVuelo: prometheus.NewGauge(prometheus.GaugeOpts{Name: "operacion_solicitudes_en_curso", Help: "Solicitudes que se atienden ahora."}),
	}
	m.registro.MustRegister(m.solicitudes, m.duracion, m.enVuelo, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metricas) medir(w *escritor, met string, duro time.Duration) {
	m.solicitudes.WithLabelValues(w.operacion, metodo(met), strconv.Itoa(w.estado)).Inc()
	m.duracion.WithLabelValues(w.operacion).Observe(duro.Seconds())
}

func (m *metricas) handler() http.Handler {
	return promhttp.HandlerFor(m.registro, promhttp.HandlerOpts{})
}
