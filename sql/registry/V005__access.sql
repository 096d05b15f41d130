-- A deactivated account signs in nowhere; sessions begun before the password changed are over.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'user_account' AND column_name = 'deactivated_at') = 0,
  'ALTER TABLE user_account ADD COLUMN password_changed_at DATETIME(3) NULL, ADD COLUMN deactivated_at DATETIME(3) NULL', 'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;

-- kind: BROWSER or PROGRAM. generation: of the refresh token that is current, since rotated_at.
-- awaits_factor: the password was right, the second factor is still to come.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'session' AND column_name = 'awaits_factor') = 0,
  'ALTER TABLE session ADD COLUMN kind VARCHAR(12) NOT NULL DEFAULT ''PROGRAM'', ADD COLUMN generation INT NOT NULL DEFAULT 0, ADD COLUMN rotated_at DATETIME(3) NULL, ADD COLUMN device_id BIGINT NULL, ADD COLUMN awaits_factor TINYINT(1) NOT NULL DEFAULT 0', 'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;

-- Refresh tokens, of which only the SHA-256 is kept. Used ones stay as long as their session: whoever
-- brings one again, and late, has stolen it or was robbed of it.
CREATE TABLE IF NOT EXISTS refresh_token (
  hash       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  session_id VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  generation INT         NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (hash),
  KEY refresh_token_session (session_id),
  CONSTRAINT refresh_token_session_fk FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a person has signed in with before. Of the cookie's secret only the SHA-256 is kept.
CREATE TABLE IF NOT EXISTS known_device (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  user_id       BIGINT       NOT NULL,
  hash          CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  address       VARCHAR(64)  NOT NULL,
  user_agent    VARCHAR(255) NOT NULL,
  first_seen_at DATETIME(3)  NOT NULL,
  last_seen_at  DATETIME(3)  NOT NULL,
  trusted_until DATETIME(3)  NULL, -- until then it is not asked for the second factor
  PRIMARY KEY (id),
  UNIQUE KEY known_device_hash (user_id, hash),
  CONSTRAINT known_device_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Failures in a row, by account (SHA-256 of what was typed: whether it exists must not show) and by
-- where they came from; origin '' counts all but the account's known devices.
CREATE TABLE IF NOT EXISTS sign_in_failure (
  account      CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  origin       VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  failures     INT         NOT NULL,
  last_at      BIGINT      NOT NULL, -- epoch milliseconds
  locked_until BIGINT      NOT NULL, -- 0: not locked
  PRIMARY KEY (account, origin),
  KEY sign_in_failure_age (last_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Links that were mailed to those who forgot their password; good once.
CREATE TABLE IF NOT EXISTS password_link (
  hash       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id    BIGINT      NOT NULL,
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  used_at    DATETIME(3) NULL,
  PRIMARY KEY (hash),
  KEY password_link_user (user_id, created_at),
  CONSTRAINT password_link_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- People asked to join a client. Sending again makes a new link, and the one before is no good.
CREATE TABLE IF NOT EXISTS invitation (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  tenant       VARCHAR(24)  NOT NULL,
  email        VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  locale       VARCHAR(16)  NOT NULL,
  role         VARCHAR(40)  NOT NULL,
  battery_access VARCHAR(16000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- as in membership
  hash         CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at   DATETIME(3)  NOT NULL,
  sent_at      DATETIME(3)  NOT NULL,
  expires_at   DATETIME(3)  NOT NULL,
  accepted_at  DATETIME(3)  NULL,
  withdrawn_at DATETIME(3)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY invitation_hash (hash),
  KEY invitation_tenant (tenant, email),
  CONSTRAINT invitation_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The second factor. last_step: the last 30 seconds whose code was taken; none is taken twice.
CREATE TABLE IF NOT EXISTS totp_factor (
  user_id      BIGINT       NOT NULL,
  seed         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- sealed
  created_at   DATETIME(3)  NOT NULL,
  confirmed_at DATETIME(3)  NULL,
  last_step    BIGINT       NOT NULL,
  PRIMARY KEY (user_id),
  CONSTRAINT totp_factor_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- For whoever lost the telephone; each good once. label: its first characters, hash: of the others.
CREATE TABLE IF NOT EXISTS backup_code (
  user_id BIGINT       NOT NULL,
  label   VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash    VARCHAR(255) NOT NULL,
  used_at DATETIME(3)  NULL,
  PRIMARY KEY (user_id, label),
  CONSTRAINT backup_code_user_fk FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Clients whose people must have a second factor.
CREATE TABLE IF NOT EXISTS second_factor_policy (
  tenant   VARCHAR(24) NOT NULL,
  required TINYINT(1)  NOT NULL,
  PRIMARY KEY (tenant),
  CONSTRAINT second_factor_policy_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
