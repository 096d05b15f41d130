-- Grows with each change, so that who changes an incident overwrites nothing that was not seen.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'incident' AND column_name = 'version') = 0,
  'ALTER TABLE incident ADD COLUMN version INT NOT NULL DEFAULT 1', 'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;

-- By which what was kept long enough is found.
SET @ddl = IF((SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'known_device' AND index_name = 'known_device_age') = 0,
  'ALTER TABLE known_device ADD KEY known_device_age (last_seen_at)', 'DO 0');
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
