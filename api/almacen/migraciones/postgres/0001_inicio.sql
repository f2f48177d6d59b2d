-- +goose Up

-- Records as they stand. doc holds the very bytes of the record's JSON; the
-- other columns are what lists need; unica is the natural key while the record
-- is open. Instants are microseconds of 1970 UTC,
-- days are days since 1970-01-01. huella is the end of the record's chain.
CREATE TABLE expedientes (
  id          bigint PRIMARY KEY,
  coleccion   text    NOT NULL,
  folio       text    NOT NULL,
  version     bigint NOT NULL,
  estado      text    NOT NULL,
  categoria   text    NOT NULL,
  unidad      text    NOT NULL,
  ooad        text    NOT NULL,
  responsable text    NOT NULL,
  creado      bigint NOT NULL,
  actualizado bigint NOT NULL,
  vence       bigint,
  aviso       bigint NOT NULL,
  alarma      bigint,
  restringida bigint NOT NULL,
  excluidos   text    NOT NULL,
  unica       text,
  i1 text, i2 text, i3 text, i4 text, i5 text, i6 text, i7 text, i8 text,
  huella      bytea    NOT NULL,
  doc         text    NOT NULL
);
-- Rows of up to a page stay whole: compressing them costs more than it saves.
ALTER TABLE expedientes SET (toast_tuple_target = 8160);
CREATE SEQUENCE expedientes_id;
CREATE UNIQUE INDEX expedientes_folio ON expedientes (folio);
CREATE UNIQUE INDEX expedientes_unica ON expedientes (coleccion, unica) WHERE unica IS NOT NULL;
CREATE INDEX expedientes_creado ON expedientes (coleccion, creado, id);
CREATE INDEX expedientes_ooad ON expedientes (coleccion, ooad, creado, id);
CREATE INDEX expedientes_ooad_estado ON expedientes (coleccion, ooad, estado, creado, id);
CREATE INDEX expedientes_estado ON expedientes (coleccion, estado, creado, id) WHERE categoria IN ('abierta', 'espera');
CREATE INDEX expedientes_responsable ON expedientes (coleccion, responsable, creado, id) WHERE responsable <> '';
CREATE INDEX expedientes_unidad ON expedientes (coleccion, unidad, creado, id) WHERE unidad <> 'caood-7.1';
CREATE INDEX expedientes_vence ON expedientes (coleccion, vence, id) WHERE vence IS NOT NULL;
CREATE INDEX expedientes_alarma ON expedientes (alarma) WHERE alarma IS NOT NULL;

-- Events, append only. id is expediente * 1048576 + secuencia, so that the
-- events of a record lie together and in order. dia is the civil day on which
-- the event was written, the one whose seal covers it. carga is the event in
-- JSON; borrado is the sequence of the event that erased it, when one did.
CREATE TABLE eventos (
  id      bigint PRIMARY KEY,
  dia     bigint NOT NULL,
  acto    text    NOT NULL,
  sal     bytea    NOT NULL,
  huella  bytea    NOT NULL,
  borrado bigint,
  carga   text    NOT NULL
);
CREATE INDEX eventos_dia ON eventos (dia, id);

-- The organs that act in a record.
CREATE TABLE partes (
  rol        text    NOT NULL,
  organo     text    NOT NULL,
  expediente bigint NOT NULL,
  PRIMARY KEY (rol, organo, expediente)
);
CREATE INDEX partes_expediente ON partes (expediente);

-- The last number given out.
CREATE TABLE folios (
  serie  text    NOT NULL,
  anio   bigint NOT NULL,
  ooad   text    NOT NULL,
  ultimo bigint NOT NULL,
  PRIMARY KEY (serie, anio, ooad)
);

-- What is searched in full: the stems of each record's text. id is the
-- record's. Without positions: words are found, phrases are not.
CREATE TABLE buscador (
  id     bigint   NOT NULL PRIMARY KEY,
  raices tsvector NOT NULL
);
CREATE INDEX buscador_raices ON buscador USING gin (raices);

-- Personal data, encrypted, and the keyed hashes they are found by.
CREATE TABLE identidades (
  expediente bigint NOT NULL,
  ref        text    NOT NULL,
  clase      text    NOT NULL,
  cifrado    bytea    NOT NULL,
  PRIMARY KEY (expediente, ref)
);
CREATE TABLE identidad_claves (
  valor      bytea    NOT NULL,
  clave      text    NOT NULL,
  expediente bigint NOT NULL,
  ref        text    NOT NULL,
  PRIMARY KEY (valor, clave, expediente, ref)
);

-- Links for one act on one record, by the hash of their secret. The n-th of
-- the event gives the secret again.
CREATE TABLE enlaces (
  secreto    bytea    NOT NULL PRIMARY KEY,
  expediente bigint NOT NULL,
  secuencia  bigint NOT NULL,
  n          bigint NOT NULL,
  acto       text    NOT NULL,
  organo     text    NOT NULL,
  rol        text    NOT NULL,
  vence      bigint NOT NULL,
  usado      bigint NOT NULL
);
CREATE INDEX enlaces_expediente ON enlaces (expediente);

-- Requests already done, for a day.
CREATE TABLE idempotencia (
  clave      bytea    NOT NULL PRIMARY KEY,
  cuerpo     bytea    NOT NULL,
  expediente bigint NOT NULL,
  version    bigint NOT NULL,
  creado     bigint NOT NULL
);
CREATE INDEX idempotencia_creado ON idempotencia (creado);

-- Counters by day (nivel 1), month (2) and year (3); periodo is the first day,
-- casillas the counters by dimensions and class, packed.
CREATE TABLE cuentas (
  serie    text    NOT NULL,
  familia  text    NOT NULL,
  nivel    bigint  NOT NULL,
  periodo  bigint  NOT NULL,
  ooad     text    NOT NULL,
  casillas bytea   NOT NULL,
  PRIMARY KEY (serie, familia, nivel, periodo, ooad)
);

-- How often each function was exercised, by day.
CREATE TABLE ejercicios (
  funcion text    NOT NULL,
  unidad  text    NOT NULL,
  dia     bigint NOT NULL,
  n       bigint NOT NULL,
  PRIMARY KEY (funcion, unidad, dia)
);

-- Movements of counters not yet added to the two tables above, one row per
-- transaction.
CREATE TABLE movimientos (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sumas bytea NOT NULL
);

-- Files, which lie on disk under their hash.
CREATE TABLE archivos (
  sha256 text    NOT NULL PRIMARY KEY,
  bytes  bigint NOT NULL,
  tipo   text    NOT NULL,
  creado bigint NOT NULL
);

-- The seal of each finished day over the events written on it.
CREATE TABLE sellos (
  dia     bigint NOT NULL PRIMARY KEY,
  eventos bigint NOT NULL,
  raiz    bytea    NOT NULL
);

-- What the store knows of itself: the version of the stems in buscador.
CREATE TABLE ajustes (
  nombre text NOT NULL PRIMARY KEY,
  valor  text NOT NULL
);
