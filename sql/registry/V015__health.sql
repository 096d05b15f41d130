-- How each thing stands that is watched, as of the last check. since: status and cause are the same.
-- bad_runs, good_runs: checks in a row, counted at counted_at at the latest.
CREATE TABLE IF NOT EXISTS health_state (
  check_name     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- '': the installation
  status         VARCHAR(8)   NOT NULL,
  cause          VARCHAR(40)  NOT NULL,
  measured       DOUBLE       NULL,
  measured_limit DOUBLE       NULL,
  unit           VARCHAR(16)  NOT NULL,
  detail         VARCHAR(200) NOT NULL,
  checked_at     DATETIME(3)  NOT NULL,
  since          DATETIME(3)  NOT NULL,
  counted_at     DATETIME(3)  NOT NULL,
  bad_runs       INT          NOT NULL,
  good_runs      INT          NOT NULL,
  incident_since DATETIME(3)  NULL,
  PRIMARY KEY (check_name, subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row: whoever writes findings locks it first, so that two who check at once tell of it once.
CREATE TABLE IF NOT EXISTS health_check (
  id         INT         NOT NULL,
  checked_at DATETIME(3) NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
INSERT INTO health_check (id, checked_at) VALUES (1, NULL) ON DUPLICATE KEY UPDATE id = 1;

-- How it was: a row when status or cause changed, and one an hour for the measure.
CREATE TABLE IF NOT EXISTS health_history (
  id             BIGINT      NOT NULL AUTO_INCREMENT,
  at             DATETIME(3) NOT NULL,
  check_name     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status         VARCHAR(8)  NOT NULL,
  cause          VARCHAR(40) NOT NULL,
  measured       DOUBLE      NULL,
  measured_limit DOUBLE      NULL,
  PRIMARY KEY (id),
  KEY health_history_at (at),
  KEY health_history_of (check_name, subject, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What each client's database takes, once a day.
CREATE TABLE IF NOT EXISTS tenant_size (
  tenant          VARCHAR(24) NOT NULL,
  measured_at     DATETIME(3) NOT NULL,
  bytes           BIGINT      NOT NULL,
  bytes_a_day     BIGINT      NOT NULL,
  bytes_in_a_year BIGINT      NOT NULL,
  PRIMARY KEY (tenant),
  CONSTRAINT tenant_size_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Tables of clients as the last optimisation left them. unused_indexes NULL: the server does not tell.
CREATE TABLE IF NOT EXISTS table_report (
  tenant         VARCHAR(24)  NOT NULL,
  table_name     VARCHAR(64)  NOT NULL,
  measured_at    DATETIME(3)  NOT NULL,
  row_count      BIGINT       NOT NULL,
  data_bytes     BIGINT       NOT NULL,
  index_bytes    BIGINT       NOT NULL,
  free_bytes     BIGINT       NOT NULL,
  outcome        VARCHAR(16)  NOT NULL,
  unused_indexes VARCHAR(500) NULL,
  PRIMARY KEY (tenant, table_name),
  CONSTRAINT table_report_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
