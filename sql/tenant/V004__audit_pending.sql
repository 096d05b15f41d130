-- Who did what, written with the change itself and moved to the client's chain in the registry right
-- after; what is here for long, a crash left behind. The code (mac) shows who did not have the key.
CREATE TABLE IF NOT EXISTS audit_pending (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  source      VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, -- once in a chain
  at          DATETIME(3)  NOT NULL,
  actor_kind  VARCHAR(16)  NOT NULL,
  actor_id    VARCHAR(64)  NOT NULL,
  address     VARCHAR(64)  NOT NULL,
  action      VARCHAR(40)  NOT NULL,
  object      VARCHAR(200) NOT NULL,
  before_json TEXT         NULL,
  after_json  TEXT         NULL,
  key_id      VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mac         BINARY(32)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY audit_pending_source (source)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
