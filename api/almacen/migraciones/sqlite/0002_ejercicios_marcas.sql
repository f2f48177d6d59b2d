-- +goose Up

-- How often each function was exercised, by month: mes is its first day, and
-- ultimo the last day it was exercised on.
CREATE TABLE ejercicios_mes (
  funcion TEXT    NOT NULL,
  unidad  TEXT    NOT NULL,
  mes     INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  ultimo  INTEGER NOT NULL,
  PRIMARY KEY (funcion, unidad, mes)
) WITHOUT ROWID;
INSERT INTO ejercicios_mes (funcion, unidad, mes, n, ultimo)
  SELECT funcion, unidad, CAST(julianday(date(dia * 86400, 'unixepoch', 'start of month')) - julianday('1970-01-01') AS INTEGER) AS mes, sum(n), max(dia)
  FROM ejercicios GROUP BY funcion, unidad, mes;
CREATE INDEX ejercicios_dia ON ejercicios (dia);

-- Events to be found by what is remarkable in them: signed for a head who was
-- not there, or in conflict with what the same person did before. id is the
-- event's; dia its civil day; unidad the one of who acted and de the one whose
-- head was represented.
CREATE TABLE marcas (
  clase     TEXT    NOT NULL,
  id        INTEGER NOT NULL,
  dia       INTEGER NOT NULL,
  unidad    TEXT    NOT NULL,
  de        TEXT    NOT NULL,
  coleccion TEXT    NOT NULL,
  PRIMARY KEY (clase, id)
) WITHOUT ROWID;
CREATE INDEX marcas_dia ON marcas (clase, dia, id);
CREATE INDEX marcas_unidad ON marcas (unidad, clase, dia, id);
CREATE INDEX marcas_de ON marcas (de, clase, dia, id);
CREATE INDEX marcas_coleccion ON marcas (coleccion, clase, dia, id);
