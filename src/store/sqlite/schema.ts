/** What makes a file ours: «UTEK» in the header (PRAGMA application_id). */
export const applicationId = 0x5554_454b;

/**
 * Version n of the schema is the first n steps. A step that was released is never changed; a new version is a new step.
 * Columns that stand open are what the store must search by: opaque ids, keyed pseudonyms, times and states. Everything
 * else is in `body`, sealed.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE data_keys (owner TEXT PRIMARY KEY, kid TEXT NOT NULL, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX data_keys_kid ON data_keys (kid);

  CREATE TABLE seen (id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX seen_at ON seen (at);

  CREATE TABLE inbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    lane TEXT NOT NULL,
    position TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    set_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    lease_token INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER NOT NULL DEFAULT 0,
    unreadable INTEGER NOT NULL DEFAULT 0,
    body BLOB NOT NULL
  ) STRICT;
  CREATE INDEX inbox_position ON inbox (position, seq);
  CREATE INDEX inbox_lane ON inbox (lane, position, seq);
  CREATE INDEX inbox_set_at ON inbox (set_at);

  CREATE TABLE sessions (intake TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE cursors (channel TEXT PRIMARY KEY, last_message TEXT NOT NULL, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX cursors_last ON cursors (last_message);

  CREATE TABLE causes (cause TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX causes_at ON causes (at);

  CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    municipality_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    state TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    erase_at INTEGER NOT NULL,
    body BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX cases_open ON cases (municipality_id, sender) WHERE state <> 'closed';
  CREATE INDEX cases_erase ON cases (erase_at);

  CREATE TABLE entries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    erase_at INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (case_id, id)
  ) STRICT;
  CREATE INDEX entries_id ON entries (id);
  CREATE INDEX entries_erase ON entries (erase_at);

  CREATE TABLE originals (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    entry_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    erase_at INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (case_id, entry_id, revision)
  ) STRICT;
  CREATE INDEX originals_erase ON originals (erase_at);

  CREATE TABLE senders (
    municipality_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    erase_at INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (municipality_id, sender)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX senders_erase ON senders (erase_at);

  CREATE TABLE settings (
    municipality_id TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (municipality_id, name)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    lane TEXT NOT NULL,
    priority INTEGER NOT NULL,
    urgency INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    kind TEXT NOT NULL,
    case_id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    queued_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    set_at INTEGER NOT NULL,
    erase_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    first_tried_at INTEGER,
    lease_token INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER NOT NULL DEFAULT 0,
    unreadable INTEGER NOT NULL DEFAULT 0,
    settled_at INTEGER,
    reason TEXT,
    body BLOB NOT NULL,
    posted BLOB
  ) STRICT;
  CREATE INDEX outbox_due ON outbox (urgency, seq) WHERE state = 'waiting';
  CREATE INDEX outbox_lane ON outbox (lane, seq) WHERE state = 'waiting';
  CREATE INDEX outbox_set_at ON outbox (set_at) WHERE state = 'waiting';
  CREATE INDEX outbox_alerts ON outbox (due_at) WHERE state = 'waiting' AND priority = 0;
  CREATE INDEX outbox_posted ON outbox (case_id, kind, entry_id, seq) WHERE posted IS NOT NULL;
  CREATE INDEX outbox_erase ON outbox (erase_at);

  CREATE TABLE audit (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, body BLOB NOT NULL, mac BLOB NOT NULL) STRICT;
  CREATE INDEX audit_at ON audit (at);
  CREATE TABLE audit_ends (name TEXT PRIMARY KEY, seq INTEGER NOT NULL, mac BLOB NOT NULL, proof BLOB NOT NULL) STRICT;
  `,
  `
  CREATE TABLE dossiers (
    case_id TEXT PRIMARY KEY,
    municipality_id TEXT NOT NULL,
    recontact TEXT NOT NULL,
    version INTEGER NOT NULL,
    erase_at INTEGER NOT NULL,
    body BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX dossiers_erase ON dossiers (erase_at);
  CREATE INDEX dossiers_recontact ON dossiers (municipality_id, recontact) WHERE recontact <> '';
  `,
  `
  CREATE INDEX cases_sender ON cases (municipality_id, sender);
  CREATE TABLE counts (
    municipality_id TEXT NOT NULL,
    month TEXT NOT NULL,
    name TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, month, name)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE inbox ADD COLUMN holder TEXT NOT NULL DEFAULT '';
  ALTER TABLE outbox ADD COLUMN holder TEXT NOT NULL DEFAULT '';
  CREATE INDEX inbox_held ON inbox (holder) WHERE lease_until > 0;
  CREATE INDEX outbox_held ON outbox (holder) WHERE lease_until > 0;
  `,
];
