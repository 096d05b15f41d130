-- A closed hour of one battery, compressed; see the package telemetry.chunk.
CREATE TABLE IF NOT EXISTS sample_chunk (
  battery_id INT UNSIGNED NOT NULL,
  t0         BIGINT       NOT NULL, -- start of the UTC hour, epoch milliseconds
  samples    INT          NOT NULL,
  first_ts   BIGINT       NOT NULL, -- epoch milliseconds
  last_ts    BIGINT       NOT NULL, -- epoch milliseconds
  data       MEDIUMBLOB   NOT NULL,
  PRIMARY KEY (battery_id, t0)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What is kept of an hour for ever. A pair of NULLs in charge or energy: nothing could be integrated.
CREATE TABLE IF NOT EXISTS rollup_hour (
  battery_id      INT UNSIGNED    NOT NULL,
  t0              BIGINT          NOT NULL, -- start of the UTC hour, epoch milliseconds
  t1              BIGINT          NOT NULL, -- first instant after it
  final           TINYINT         NOT NULL, -- 0: more is to be expected; an hour is written when it is closed
  computed_at     BIGINT          NOT NULL, -- epoch milliseconds
  samples         INT             NOT NULL,
  last_ts         BIGINT          NOT NULL, -- of the last sample, epoch milliseconds
  observed        BIGINT          NOT NULL, -- milliseconds
  charge_in       BIGINT,                   -- mA·ms; 3 600 000 000 are an Ah
  charge_out      BIGINT,                   -- mA·ms
  energy_in       BIGINT,                   -- 0.1 W·ms; 36 000 000 are a Wh
  energy_out      BIGINT,                   -- 0.1 W·ms
  alarms          BIGINT,                   -- a bit an alarm, by position in AlarmCode; NULL: not reported
  stats           BLOB            NOT NULL, -- count, sum, min, max, last a series
  PRIMARY KEY (battery_id, t0)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- As above, for days as the battery's place counts them.
CREATE TABLE IF NOT EXISTS rollup_day (
  battery_id      INT UNSIGNED    NOT NULL,
  day             DATE            NOT NULL,
  t0              BIGINT          NOT NULL,
  t1              BIGINT          NOT NULL,
  final           TINYINT         NOT NULL,
  computed_at     BIGINT          NOT NULL,
  samples         INT             NOT NULL,
  last_ts         BIGINT          NOT NULL,
  observed        BIGINT          NOT NULL,
  charge_in       BIGINT,
  charge_out      BIGINT,
  energy_in       BIGINT,
  energy_out      BIGINT,
  alarms          BIGINT,
  stats           BLOB            NOT NULL,
  PRIMARY KEY (battery_id, day)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- As above; day is the first of the month.
CREATE TABLE IF NOT EXISTS rollup_month (
  battery_id      INT UNSIGNED    NOT NULL,
  day             DATE            NOT NULL,
  t0              BIGINT          NOT NULL,
  t1              BIGINT          NOT NULL,
  final           TINYINT         NOT NULL,
  computed_at     BIGINT          NOT NULL,
  samples         INT             NOT NULL,
  last_ts         BIGINT          NOT NULL,
  observed        BIGINT          NOT NULL,
  charge_in       BIGINT,
  charge_out      BIGINT,
  energy_in       BIGINT,
  energy_out      BIGINT,
  alarms          BIGINT,
  stats           BLOB            NOT NULL,
  PRIMARY KEY (battery_id, day)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Hours whose days do not know of them yet. marks grows with each change of the hour.
CREATE TABLE IF NOT EXISTS rollup_pending (
  battery_id INT UNSIGNED NOT NULL,
  t0         BIGINT       NOT NULL, -- start of the UTC hour, epoch milliseconds
  marks      INT          NOT NULL,
  PRIMARY KEY (battery_id, t0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- By which time zones a battery's days were counted: another text here means to count them again.
CREATE TABLE IF NOT EXISTS rollup_calendar (
  battery_id INT UNSIGNED NOT NULL,
  stays      TEXT         NOT NULL,
  PRIMARY KEY (battery_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
