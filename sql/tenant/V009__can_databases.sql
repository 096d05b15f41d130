-- CAN databases of the client's makers (DBC files), as they were sent; what their signals mean is a
-- line a signal, as tbms dbc lines reads it.
CREATE TABLE IF NOT EXISTS can_database (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  uid       VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name      VARCHAR(120) NOT NULL,
  content   MEDIUMTEXT   NOT NULL,
  meanings  MEDIUMTEXT   NOT NULL,
  confirmed TINYINT(1)   NOT NULL, -- 0: nobody has looked at the proposed meanings yet
  added_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY can_database_uid (uid)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Which of them a battery's frames are read by: one at most.
CREATE TABLE IF NOT EXISTS can_database_battery (
  battery_id  BIGINT NOT NULL,
  database_id BIGINT NOT NULL,
  PRIMARY KEY (battery_id),
  CONSTRAINT can_database_battery_battery_fk FOREIGN KEY (battery_id) REFERENCES battery (id),
  CONSTRAINT can_database_battery_database_fk FOREIGN KEY (database_id) REFERENCES can_database (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
