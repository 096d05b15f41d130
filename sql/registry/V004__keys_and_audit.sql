-- The keys that protect secrets, sign tokens and seal the audit; each is wrapped by the master key.
CREATE TABLE IF NOT EXISTS secret_key (
  id         VARCHAR(16)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  purpose    VARCHAR(16)    NOT NULL,
  master_id  VARCHAR(16)    NOT NULL, -- which master key wrapped it
  wrapped    VARBINARY(128) NOT NULL,
  created_at DATETIME(3)    NOT NULL,
  retired_at DATETIME(3)    NULL,     -- from then on it only opens what it sealed
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One chain a client, by its short name, and the platform's, ''. Where it begins and ends, so that
-- rows missing at either end are noticed, too.
CREATE TABLE IF NOT EXISTS audit_chain (
  chain      VARCHAR(24) NOT NULL,
  first_seq  BIGINT      NOT NULL, -- older ones were deleted for their age
  before_mac BINARY(32)  NOT NULL, -- of the entry before the first
  last_seq   BIGINT      NOT NULL,
  last_mac   BINARY(32)  NOT NULL,
  PRIMARY KEY (chain)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who did what. Each entry's code (mac) covers all of it and the code of the one before.
CREATE TABLE IF NOT EXISTS audit_entry (
  chain       VARCHAR(24)  NOT NULL,
  seq         BIGINT       NOT NULL,
  at          DATETIME(3)  NOT NULL,
  actor_kind  VARCHAR(16)  NOT NULL,
  actor_id    VARCHAR(64)  NOT NULL,
  address     VARCHAR(64)  NOT NULL,
  action      VARCHAR(40)  NOT NULL,
  object      VARCHAR(200) NOT NULL,
  before_json TEXT         NULL,
  after_json  TEXT         NULL,
  source      VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL, -- makes a repeated move harmless
  key_id      VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mac         BINARY(32)   NOT NULL,
  PRIMARY KEY (chain, seq),
  UNIQUE KEY audit_entry_source (chain, source),
  KEY audit_entry_at (chain, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
