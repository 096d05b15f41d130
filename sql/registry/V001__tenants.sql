-- Clients of this installation. A client's slug never changes: addresses and its database carry it.
CREATE TABLE IF NOT EXISTS tenant (
  slug          VARCHAR(24)  NOT NULL,
  name          VARCHAR(120) NOT NULL,
  database_name VARCHAR(64)  NOT NULL,
  status        VARCHAR(16)  NOT NULL,
  created_at    DATETIME(3)  NOT NULL,
  PRIMARY KEY (slug),
  UNIQUE KEY tenant_database (database_name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The right to do what only one program may do at a time. Rows stay: their fencing number grows.
CREATE TABLE IF NOT EXISTS lease (
  name       VARCHAR(120) NOT NULL,
  owner      VARCHAR(64)  NOT NULL,
  fence      BIGINT       NOT NULL,
  expires_at DATETIME(3)  NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
