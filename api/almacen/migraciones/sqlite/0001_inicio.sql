-- +goose Up

-- Records as they stand. doc holds the very bytes of the record's JSON; the
-- other columns are what lists need; unica is the natural key while the record
-- is open. Instants are microseconds of 1970 UTC,
-- days are days since 1970-01-01. huella is the end of the record's chain.
CREATE TABLE expedientes (
  id          INTEGER PRIMARY KEY,
  coleccion   TEXT    NOT NULL,
  folio       TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  estado      TEXT    NOT NULL,
  categoria   TEXT    NOT NULL,
  unidad      TEXT    NOT NULL,
  ooad        TEXT    NOT NULL,
  responsable TEXT    NOT NULL,
  creado      INTEGER NOT NULL,
  actualizado INTEGER NOT NULL,
  vence       INTEGER,
  aviso       INTEGER NOT NULL,
  alarma      INTEGER,
  restringida INTEGER NOT NULL,
  excluidos   TEXT    NOT NULL,
  unica       TEXT,
  i1 TEXT, i2 TEXT, i3 TEXT, i4 TEXT, i5 TEXT, i6 TEXT, i7 TEXT, i8 TEXT,
  huella      BLOB    NOT NULL,
  doc         TEXT    NOT NULL
);
CREATE UNIQUE INDEX expedientes_folio ON expedientes (folio);
CREATE UNIQUE INDEX expedientes_unica ON expedientes (coleccion, unica) WHERE unica IS NOT NULL;
CREATE INDEX expedientes_creado ON expedientes (coleccion, creado);
CREATE INDEX expedientes_ooad ON expedientes (coleccion, ooad, creado);
CREATE INDEX expedientes_ooad_estado ON expedientes (coleccion, ooad, estado, creado);
CREATE INDEX expedientes_estado ON expedientes (coleccion, estado, creado) WHERE categoria IN ('abierta', 'espera');
CREATE INDEX expedientes_responsable ON expedientes (coleccion, responsable, creado) WHERE responsable <> '';
CREATE INDEX expedientes_unidad ON expedientes (coleccion, unidad, creado) WHERE unidad <> 'caood-7.1';
CREATE INDEX expedientes_vence ON expedientes (coleccion, vence) WHERE vence IS NOT NULL;
CREATE INDEX expedientes_alarma ON expedientes (alarma) WHERE alarma IS NOT NULL;

-- Events, append only. id is expediente * 1048576 + secuencia, so that the
-- events of a record lie together and in order. dia is the civil day on which
-- the event was written, the one whose seal covers it. carga is the event in
-- JSON; borrado is the sequence of the event that erased it, when one did.
CREATE TABLE eventos (
  id      INTEGER PRIMARY KEY,
  dia     INTEGER NOT NULL,
  acto    TEXT    NOT NULL,
  sal     BLOB    NOT NULL,
  huella  BLOB    NOT NULL,
  borrado INTEGER,
  carga   TEXT    NOT NULL
);
CREATE INDEX eventos_dia ON eventos (dia);

-- The organs that act in a record.
CREATE TABLE partes (
  rol        TEXT    NOT NULL,
  organo     TEXT    NOT NULL,
  expediente INTEGER NOT NULL,
  PRIMARY KEY (rol, organo, expediente)
) WITHOUT ROWID;
CREATE INDEX partes_expediente ON partes (expediente);

-- The last number given out.
CREATE TABLE folios (
  serie  TEXT    NOT NULL,
  anio   INTEGER NOT NULL,
  ooad   TEXT    NOT NULL,
  ultimo INTEGER NOT NULL,
  PRIMARY KEY (serie, anio, ooad)
) WITHOUT ROWID;

-- What is searched in full: the stems of each record's text. rowid is the
-- record's id. Without positions: words are found, phrases are not.
CREATE VIRTUAL TABLE buscador USING fts5 (raices, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

-- Personal data, encrypted, and the keyed hashes they are found by.
CREATE TABLE identidades (
  expediente INTEGER NOT NULL,
  ref        TEXT    NOT NULL,
  clase      TEXT    NOT NULL,
  cifrado    BLOB    NOT NULL,
  PRIMARY KEY (expediente, ref)
) WITHOUT ROWID;
CREATE TABLE identidad_claves (
  valor      BLOB    NOT NULL,
  clave      TEXT    NOT NULL,
  expediente INTEGER NOT NULL,
  ref        TEXT    NOT NULL,
  PRIMARY KEY (valor, clave, expediente, ref)
) WITHOUT ROWID;

-- Links for one act on one record, by the hash of their secret. The n-th of
-- the event gives the secret again.
CREATE TABLE enlaces (
  secreto    BLOB    NOT NULL PRIMARY KEY,
  expediente INTEGER NOT NULL,
  secuencia  INTEGER NOT NULL,
  n          INTEGER NOT NULL,
  acto       TEXT    NOT NULL,
  organo     TEXT    NOT NULL,
  rol        TEXT    NOT NULL,
  vence      INTEGER NOT NULL,
  usado      INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX enlaces_expediente ON enlaces (expediente);

-- Requests already done, for a day.
CREATE TABLE idempotencia (
  clave      BLOB    NOT NULL PRIMARY KEY,
  cuerpo     BLOB    NOT NULL,
  expediente INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  creado     INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX idempotencia_creado ON idempotencia (creado);

-- Counters by day (nivel 1), month (2) and year (3); periodo is the first day,
-- casillas the counters by dimensions and class, packed.
CREATE TABLE cuentas (
  serie    TEXT    NOT NULL,
  familia  TEXT    NOT NULL,
  nivel    INTEGER NOT NULL,
  periodo  INTEGER NOT NULL,
  ooad     TEXT    NOT NULL,
  casillas BLOB    NOT NULL,
  PRIMARY KEY (serie, familia, nivel, periodo, ooad)
) WITHOUT ROWID;

-- How often each function was exercised, by day.
CREATE TABLE ejercicios (
  funcion TEXT    NOT NULL,
  unidad  TEXT    NOT NULL,
  dia     INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  PRIMARY KEY (funcion, unidad, dia)
) WITHOUT ROWID;

-- Movements of counters not yet added to the two tables above, one row per
-- transaction.
CREATE TABLE movimientos (
  id    INTEGER PRIMARY KEY,
  sumas BLOB NOT NULL
);

-- Files, which lie on disk under their hash.
CREATE TABLE archivos (
  sha256 TEXT    NOT NULL PRIMARY KEY,
  bytes  INTEGER NOT NULL,
  tipo   TEXT    NOT NULL,
  creado INTEGER NOT NULL
) WITHOUT ROWID;

-- The seal of each finished day over the events written on it.
CREATE TABLE sellos (
  dia     INTEGER NOT NULL PRIMARY KEY,
  eventos INTEGER NOT NULL,
  raiz    BLOB    NOT NULL
) WITHOUT ROWID;

-- What the store knows of itself: the version of the stems in buscador.
CREATE TABLE ajustes (
  nombre TEXT NOT NULL PRIMARY KEY,
  valor  TEXT NOT NULL
) WITHOUT ROWID;
