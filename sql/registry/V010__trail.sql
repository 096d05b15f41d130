-- What the page of the audit filters by, each with the number behind it: newest first without sorting.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'audit_entry' AND index_name = 'audit_entry_actor') = 0,
  'ALTER TABLE audit_entry ADD KEY audit_entry_actor (chain, actor_kind, actor_id, seq), ADD KEY audit_entry_action (chain, action, seq), ADD KEY audit_entry_object (chain, object, seq)', 'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;

-- An administrator of the platform who looks as a client, from one session only.
CREATE TABLE IF NOT EXISTS support_visit (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  session_id VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  user_id    BIGINT       NOT NULL,
  tenant     VARCHAR(24)  NOT NULL,
  reason     VARCHAR(200) NOT NULL,
  begun_at   DATETIME(3)  NOT NULL,
  until      DATETIME(3)  NOT NULL,
  ended_at   DATETIME(3)  NULL,     -- NULL: by time, or not yet
  PRIMARY KEY (id),
  KEY support_visit_session (session_id, until),
  CONSTRAINT support_visit_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Register of confidentiality incidents (chapter A-2.1, r. 3.1, section 7). No row is ever deleted.
CREATE TABLE IF NOT EXISTS incident (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  occurred        VARCHAR(200) NOT NULL, -- date or period, or an approximation
  aware_on        DATE         NOT NULL, -- when we became aware of it
  clients         VARCHAR(500) NOT NULL, -- whose data
  information     TEXT         NOT NULL, -- which personal information
  circumstances   TEXT         NOT NULL,
  persons         VARCHAR(120) NOT NULL, -- how many, or an approximation
  serious_risk    TINYINT(1)   NOT NULL, -- of injury
  assessment      TEXT         NOT NULL, -- why it is, or is not
  commission_on   DATE         NULL,     -- notice to the Commission d'accès à l'information
  persons_told_on DATE         NULL,     -- notice to the persons
  public_notice   TEXT         NOT NULL, -- whether there was one, and why
  measures        TEXT         NOT NULL, -- against the injury, and against its coming again
  recorded_at     DATETIME(3)  NOT NULL,
  changed_at      DATETIME(3)  NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
