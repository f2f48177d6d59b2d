-- +goose Up

-- How often each function was exercised, by month: mes is its first day, and
-- ultimo the last day it was exercised on.
CREATE TABLE ejercicios_mes (
  funcion text    NOT NULL,
  unidad  text    NOT NULL,
  mes     bigint NOT NULL,
  n       bigint NOT NULL,
  ultimo  bigint NOT NULL,
  PRIMARY KEY (funcion, unidad, mes)
);
INSERT INTO ejercicios_mes (funcion, unidad, mes, n, ultimo)
  SELECT funcion, unidad, date_trunc('month', date '1970-01-01' + dia::int)::date - date '1970-01-01' AS mes, sum(n), max(dia)
  FROM ejercicios GROUP BY funcion, unidad, mes;
CREATE INDEX ejercicios_dia ON ejercicios (dia);

-- Events to be found by what is remarkable in them: signed for a head who was
-- not there, or in conflict with what the same person did before. id is the
-- event's; dia its civil day; unidad the one of who acted and de the one whose
-- head was represented.
CREATE TABLE marcas (
  clase     text    NOT NULL,
  id        bigint NOT NULL,
  dia       bigint NOT NULL,
  unidad    text    NOT NULL,
  de        text    NOT NULL,
  coleccion text    NOT NULL,
  PRIMARY KEY (clase, id)
);
CREATE INDEX marcas_dia ON marcas (clase, dia, id);
CREATE INDEX marcas_unidad ON marcas (unidad, clase, dia, id);
CREATE INDEX marcas_de ON marcas (de, clase, dia, id);
CREATE INDEX marcas_coleccion ON marcas (coleccion, clase, dia, id);
