-- +goose Up

-- How many records were registered in each whole week, by body and by the
-- filters that the series tells apart, packed: lunes is the first day. It is
-- counted from the records once the week is over, and again when an act moves
-- one of them.
CREATE TABLE semanas (
  serie    text    NOT NULL,
  lunes    bigint  NOT NULL,
  ooad     text    NOT NULL,
  casillas bytea   NOT NULL,
  PRIMARY KEY (serie, lunes, ooad)
);
