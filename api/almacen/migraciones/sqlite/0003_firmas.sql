-- +goose Up

-- The values by which near copies of a record's text are found, of those
-- registered in the last months: semana is the week of its registration since
-- 1970, ooad the body that registered it. What is written lies together, and
-- what is old leaves together.
CREATE TABLE firmas (
  semana     INTEGER NOT NULL,
  ooad       TEXT    NOT NULL,
  valor      INTEGER NOT NULL,
  expediente INTEGER NOT NULL,
  PRIMARY KEY (semana, ooad, valor, expediente)
) WITHOUT ROWID;
