-- Secret settings, sealed by the installation's keys, that would otherwise stand readable in a file.
CREATE TABLE IF NOT EXISTS kept_setting (
  name   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
