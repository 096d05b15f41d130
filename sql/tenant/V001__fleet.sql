-- What a client's batteries are, where they stand, how their data arrive.
CREATE TABLE IF NOT EXISTS battery_type (
  id   BIGINT       NOT NULL AUTO_INCREMENT,
  uid  VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(80)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY battery_type_uid (uid),
  UNIQUE KEY battery_type_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS place (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  uid       VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name      VARCHAR(120) NOT NULL,
  time_zone VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY place_uid (uid),
  UNIQUE KEY place_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- code is what senders use: case-sensitive, never changed. NULL in a nominal value: unknown.
CREATE TABLE IF NOT EXISTS battery (
  id                  BIGINT       NOT NULL AUTO_INCREMENT,
  uid                 VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  code                VARCHAR(40)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name                VARCHAR(120) NOT NULL,
  type_id             BIGINT       NOT NULL,
  parent_id           BIGINT       NULL,
  chemistry           VARCHAR(16)  NOT NULL,
  cell_count          INT          NOT NULL,
  nominal_capacity_ah DOUBLE       NULL,
  nominal_voltage_v   DOUBLE       NULL,
  serial_number       VARCHAR(80)  NOT NULL,
  connector_id        VARCHAR(40)  NOT NULL,
  connector_settings  TEXT         NOT NULL,
  storage_period_ms   BIGINT       NOT NULL,
  stale_threshold_ms  BIGINT       NOT NULL,
  status              VARCHAR(16)  NOT NULL,
  commissioned_at     DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY battery_uid (uid),
  UNIQUE KEY battery_code (code),
  CONSTRAINT battery_type_fk FOREIGN KEY (type_id) REFERENCES battery_type (id),
  CONSTRAINT battery_parent_fk FOREIGN KEY (parent_id) REFERENCES battery (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Where a battery stands, from when: the newest that has begun holds.
CREATE TABLE IF NOT EXISTS placement (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  battery_id BIGINT      NOT NULL,
  place_id   BIGINT      NOT NULL,
  since      DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY placement_since (battery_id, since),
  CONSTRAINT placement_battery_fk FOREIGN KEY (battery_id) REFERENCES battery (id),
  CONSTRAINT placement_place_fk FOREIGN KEY (place_id) REFERENCES place (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
