-- What sends for batteries, by the name that it gives itself: case-sensitive, never changed. What it
-- said last follows memory within half a minute; NULL: it has not told.
CREATE TABLE IF NOT EXISTS gateway (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  uid             VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  code            VARCHAR(40)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name            VARCHAR(120) NOT NULL,
  silent_after_ms BIGINT       NOT NULL,
  version         VARCHAR(60)  NOT NULL,
  last_contact    DATETIME(3)  NULL,
  backlog         BIGINT       NULL,
  clock_offset_ms BIGINT       NULL, -- its clock minus ours
  created_at      DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY gateway_uid (uid),
  UNIQUE KEY gateway_code (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- With which API keys it may call itself so; the keys are in the registry.
CREATE TABLE IF NOT EXISTS gateway_key (
  gateway_id BIGINT      NOT NULL,
  key_id     VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (gateway_id, key_id),
  CONSTRAINT gateway_key_gateway_fk FOREIGN KEY (gateway_id) REFERENCES gateway (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Behind which gateway a battery is: the one that sent for it last.
CREATE TABLE IF NOT EXISTS gateway_battery (
  battery_id BIGINT NOT NULL,
  gateway_id BIGINT NOT NULL,
  PRIMARY KEY (battery_id),
  CONSTRAINT gateway_battery_battery_fk FOREIGN KEY (battery_id) REFERENCES battery (id),
  CONSTRAINT gateway_battery_gateway_fk FOREIGN KEY (gateway_id) REFERENCES gateway (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
