-- What a client wants to know of each battery beside what all have. choices: JSON, of lists only.
CREATE TABLE IF NOT EXISTS custom_field (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  code          VARCHAR(40)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind          VARCHAR(16)  NOT NULL,
  label_fr      VARCHAR(80)  NOT NULL,
  label_en      VARCHAR(80)  NOT NULL,
  unit          VARCHAR(20)  NOT NULL,
  required      BOOLEAN      NOT NULL,
  default_value VARCHAR(500) NOT NULL,
  choices       TEXT         NOT NULL,
  position      INT          NOT NULL,
  created_at    DATETIME(3)  NOT NULL,
  archived_at   DATETIME(3)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY custom_field_code (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Numbers as plain decimals, days as 2026-03-01, yes and no as true and false.
CREATE TABLE IF NOT EXISTS custom_value (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  battery_id BIGINT       NOT NULL,
  field_id   BIGINT       NOT NULL,
  value      VARCHAR(500) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY custom_value_battery (battery_id, field_id),
  CONSTRAINT custom_value_battery_fk FOREIGN KEY (battery_id) REFERENCES battery (id),
  CONSTRAINT custom_value_field_fk FOREIGN KEY (field_id) REFERENCES custom_field (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS battery_tag (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  battery_id BIGINT      NOT NULL,
  tag        VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY battery_tag_tag (battery_id, tag),
  CONSTRAINT battery_tag_battery_fk FOREIGN KEY (battery_id) REFERENCES battery (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
