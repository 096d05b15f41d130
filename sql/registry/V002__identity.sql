-- People, in the registry: restoring a client's database revives nobody. email is in lower case.
CREATE TABLE IF NOT EXISTS user_account (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  email           VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  display_name    VARCHAR(120) NOT NULL,
  locale          VARCHAR(16)  NOT NULL,
  password_hash   VARCHAR(255) NOT NULL,
  created_at      DATETIME(3)  NOT NULL,
  last_sign_in_at DATETIME(3)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY user_account_email (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a person is at a client.
CREATE TABLE IF NOT EXISTS membership (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  user_id    BIGINT      NOT NULL,
  tenant     VARCHAR(24) NOT NULL,
  role       VARCHAR(24) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY membership_user (user_id, tenant),
  CONSTRAINT membership_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id),
  CONSTRAINT membership_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A signed-in browser or program. An access token is good while its session is.
CREATE TABLE IF NOT EXISTS session (
  id           VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  user_id      BIGINT       NOT NULL,
  address      VARCHAR(64)  NOT NULL,
  user_agent   VARCHAR(255) NOT NULL,
  created_at   DATETIME(3)  NOT NULL,
  last_seen_at DATETIME(3)  NOT NULL,
  expires_at   DATETIME(3)  NOT NULL,
  ended_at     DATETIME(3)  NULL,
  PRIMARY KEY (id),
  KEY session_user (user_id),
  KEY session_expiry (expires_at),
  CONSTRAINT session_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Keys of devices and programs; of the secret only its SHA-256 is kept.
CREATE TABLE IF NOT EXISTS api_key (
  id           VARCHAR(12)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  tenant       VARCHAR(24)  NOT NULL,
  name         VARCHAR(120) NOT NULL,
  scopes       VARCHAR(80)  NOT NULL,
  secret_hash  BINARY(32)   NOT NULL,
  created_at   DATETIME(3)  NOT NULL,
  last_used_at DATETIME(3)  NULL,
  revoked_at   DATETIME(3)  NULL,
  PRIMARY KEY (id),
  KEY api_key_tenant (tenant),
  CONSTRAINT api_key_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
