-- Clients whose raw samples are kept for another time than the installation's TBMS_RETENTION_RAW.
CREATE TABLE IF NOT EXISTS tenant_retention (
  tenant VARCHAR(24) NOT NULL,
  raw    VARCHAR(24) NOT NULL, -- ISO 8601 period such as P2Y
  PRIMARY KEY (tenant),
  CONSTRAINT tenant_retention_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
