-- +goose Up

-- Those that have a due date, in the order of their registration: what is
-- overdue is found among them without looking at the rest.
CREATE INDEX expedientes_plazo ON expedientes (coleccion, creado, id, vence) WHERE vence IS NOT NULL;
