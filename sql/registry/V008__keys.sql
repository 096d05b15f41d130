-- battery_access: ALL, or TYPES, PLACES, BATTERIES and then uids of the client's own database.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'api_key' AND column_name = 'expires_at') = 0,
  'ALTER TABLE api_key
     ADD COLUMN battery_access VARCHAR(16000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''ALL'',
     ADD COLUMN expires_at DATETIME(3) NULL',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;

-- Links that show a client's dashboard to whoever has them. The token itself is nowhere.
CREATE TABLE IF NOT EXISTS share_link (
  id              VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tenant          VARCHAR(24)    NOT NULL,
  name            VARCHAR(120)   NOT NULL,
  secret_hash     BINARY(32)     NOT NULL,
  battery_access  VARCHAR(16000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at      DATETIME(3)    NOT NULL,
  expires_at      DATETIME(3)    NOT NULL,
  revoked_at      DATETIME(3)    NULL,
  last_used_at    DATETIME(3)    NULL,
  times_opened    BIGINT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  KEY share_link_tenant (tenant),
  CONSTRAINT share_link_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
