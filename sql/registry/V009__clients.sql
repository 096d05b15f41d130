-- What a client may use, how it is held, what it looks like. NULL in a quota: no limit.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'tenant' AND column_name = 'held_since') = 0,
  'ALTER TABLE tenant ADD COLUMN held_since DATETIME(3) NULL, ADD COLUMN held_reason VARCHAR(200) NULL, ADD COLUMN erase_at DATETIME(3) NULL, ADD COLUMN quota_batteries BIGINT NULL, ADD COLUMN quota_users BIGINT NULL, ADD COLUMN quota_samples_a_day BIGINT NULL, ADD COLUMN accent VARCHAR(7) NULL, ADD COLUMN logo VARCHAR(16) NULL',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;

-- The picture beside a client's name; tenant.logo is the beginning of its SHA-256.
CREATE TABLE IF NOT EXISTS tenant_logo (
  tenant     VARCHAR(24) NOT NULL,
  media_type VARCHAR(40) NOT NULL,
  bytes      MEDIUMBLOB  NOT NULL,
  PRIMARY KEY (tenant),
  CONSTRAINT tenant_logo_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Samples that were stored, by UTC day; follows memory within seconds.
CREATE TABLE IF NOT EXISTS tenant_usage (
  tenant  VARCHAR(24) NOT NULL,
  day     DATE        NOT NULL,
  samples BIGINT      NOT NULL,
  PRIMARY KEY (tenant, day),
  CONSTRAINT tenant_usage_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Archives that were written to their end. begun_at: what was stored later need not be in it.
CREATE TABLE IF NOT EXISTS tenant_export (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  tenant      VARCHAR(24)  NOT NULL,
  begun_at    DATETIME(3)  NOT NULL,
  finished_at DATETIME(3)  NOT NULL,
  file        VARCHAR(255) NOT NULL,
  bytes       BIGINT       NOT NULL,
  rows_count  BIGINT       NOT NULL,
  sha256      VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  KEY tenant_export_tenant (tenant, begun_at),
  CONSTRAINT tenant_export_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
