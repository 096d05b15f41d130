-- Samples not sealed yet: one row a battery and time, and the first value of that pair wins.
-- NULL says «the device did not tell». Scalars are whole numbers in the unit beside them.
CREATE TABLE IF NOT EXISTS sample (
  battery_id      INT UNSIGNED      NOT NULL,
  ts              BIGINT            NOT NULL, -- epoch milliseconds
  flags           TINYINT UNSIGNED  NOT NULL, -- 1: sender's clock ahead; 2: cell delta is max - min; 4: backfill
  pack_voltage    INT UNSIGNED,               -- mV
  pack_current    INT,                        -- mA, + charging
  pack_power      INT,                        -- 0.1 W, + charging
  soc             SMALLINT UNSIGNED,          -- 0.01 %
  soh             SMALLINT UNSIGNED,          -- 0.01 %
  cell_min        SMALLINT,                   -- mV
  cell_max        SMALLINT,                   -- mV
  cell_avg        SMALLINT,                   -- mV
  temperature_min SMALLINT,                   -- 0.1 °C
  temperature_max SMALLINT,                   -- 0.1 °C
  state           TINYINT UNSIGNED,           -- position in BatteryState
  cells           VARBINARY(2048),            -- little-endian int16 mV, -32768 = not known
  temperatures    VARBINARY(2048),            -- little-endian int16 0.1 °C, -32768 = not known
  more            BLOB,                       -- what has no column, see the class More
  PRIMARY KEY (battery_id, ts)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The newest sample of each battery; follows memory within seconds. Columns as above.
CREATE TABLE IF NOT EXISTS sample_latest (
  battery_id      INT UNSIGNED      NOT NULL,
  ts              BIGINT            NOT NULL,
  received_at     BIGINT            NOT NULL, -- epoch milliseconds
  flags           TINYINT UNSIGNED  NOT NULL,
  pack_voltage    INT UNSIGNED,
  pack_current    INT,
  pack_power      INT,
  soc             SMALLINT UNSIGNED,
  soh             SMALLINT UNSIGNED,
  cell_min        SMALLINT,
  cell_max        SMALLINT,
  cell_avg        SMALLINT,
  temperature_min SMALLINT,
  temperature_max SMALLINT,
  state           TINYINT UNSIGNED,
  cells           VARBINARY(2048),
  temperatures    VARBINARY(2048),
  more            BLOB,
  PRIMARY KEY (battery_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Names of the values inside sample.more. Rows are never changed nor removed.
CREATE TABLE IF NOT EXISTS metric_name (
  id   INT UNSIGNED NOT NULL AUTO_INCREMENT,
  name VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY metric_name_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The last frames that could not be decoded.
CREATE TABLE IF NOT EXISTS quarantine (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  battery_id  INT UNSIGNED,
  received_at DATETIME(3)  NOT NULL,
  connector   VARCHAR(40)  NOT NULL,
  reason      VARCHAR(200) NOT NULL,
  frame       VARCHAR(200) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
