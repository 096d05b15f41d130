-- Roles of a client's own, beside the built-in ones. permissions: names with commas between.
CREATE TABLE IF NOT EXISTS client_role (
  id          VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  tenant      VARCHAR(24)  NOT NULL,
  name        VARCHAR(60)  NOT NULL,
  permissions VARCHAR(400) NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY client_role_name (tenant, name),
  CONSTRAINT client_role_tenant_fk FOREIGN KEY (tenant) REFERENCES tenant (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- custom_role: when role is CUSTOM; a role that somebody has can't be deleted.
-- battery_access: ALL, or TYPES, PLACES, BATTERIES and then uids of the client's own database.
-- deactivated_at: a membership is never deleted, so that what was recorded of it keeps its meaning.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'membership' AND column_name = 'custom_role') = 0,
  'ALTER TABLE membership
     ADD COLUMN custom_role VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
     ADD COLUMN battery_access VARCHAR(16000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''ALL'',
     ADD COLUMN deactivated_at DATETIME(3) NULL,
     ADD CONSTRAINT membership_role_fk FOREIGN KEY (custom_role) REFERENCES client_role (id)',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;

-- Administrators of the installation; members of no client by that.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'user_account' AND column_name = 'platform_admin') = 0,
  'ALTER TABLE user_account ADD COLUMN platform_admin BOOLEAN NOT NULL DEFAULT FALSE',
  'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
