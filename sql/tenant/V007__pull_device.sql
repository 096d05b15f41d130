-- Batteries that the portal asks, and how that goes. fault: what was wrong last, as PullFault names
-- it; detail: what the device or its connector said, in English. Both empty as long as all is well.
CREATE TABLE IF NOT EXISTS pull_device (
  battery_id   BIGINT       NOT NULL,
  address      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  enabled      BOOLEAN      NOT NULL,
  state        VARCHAR(16)  NOT NULL,
  last_contact DATETIME(3)  NULL,
  last_failure DATETIME(3)  NULL,
  fault        VARCHAR(24)  NOT NULL,
  detail       VARCHAR(200) NOT NULL,
  failures     INT          NOT NULL,
  next_try     DATETIME(3)  NULL,
  changed_at   DATETIME(3)  NOT NULL,
  PRIMARY KEY (battery_id),
  CONSTRAINT pull_device_battery_fk FOREIGN KEY (battery_id) REFERENCES battery (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
