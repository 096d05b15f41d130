package ca.edsquebec.trackingbms.platform;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every setting there is: its name in the environment and in {@code .env}, how its text is read,
 * its default. {@code docs/operations.md} says what each means; a test compares the two.
 */
public enum Setting {
  TBMS_HOME(Kind.PATH, null),
  TBMS_DB_URL(Kind.DB_URL, null),
  TBMS_DB_USER(Kind.TEXT, null),
  TBMS_DB_PASSWORD(Kind.SECRET, ""),
  TBMS_DB_POOL(Kind.COUNT, "8"),
  TBMS_JOB_POOL(Kind.COUNT, "3"),
  TBMS_MASTER_KEY(Kind.KEY, null),
  TBMS_MASTER_KEY_PREVIOUS(Kind.KEY, null),
  TBMS_PUBLIC_URL(Kind.URL, null),
  TBMS_TRUSTED_PROXIES(Kind.ADDRESSES, ""),
  TBMS_RATE_INGEST(Kind.COUNT, "20000"),
  TBMS_RATE_KEY(Kind.COUNT, "200"),
  TBMS_RATE_ACCOUNT(Kind.COUNT, "100"),
  TBMS_RATE_ADDRESS(Kind.COUNT, "50"),
  TBMS_MAIL_HOST(Kind.TEXT, null),
  TBMS_MAIL_PORT(Kind.PORT, "587"),
  TBMS_MAIL_USER(Kind.TEXT, null),
  TBMS_MAIL_PASSWORD(Kind.SECRET, null),
  TBMS_MAIL_FROM(Kind.TEXT, null),
  TBMS_MAIL_TLS(Kind.FLAG, "true"),
  TBMS_MAIL_DAILY_QUOTA(Kind.COUNT, "500"),
  TBMS_PROVISIONING(Kind.PROVISIONING, "sql"),
  TBMS_SCHEDULER(Kind.SCHEDULER, "cron"),
  TBMS_TIME_ZONE(Kind.ZONE, "America/Toronto"),
  TBMS_BACKUP_DIR(Kind.PATH, null),
  TBMS_BACKUP_KEEP_DAILY(Kind.COUNT, "7"),
  TBMS_BACKUP_KEEP_WEEKLY(Kind.COUNT, "4"),
  TBMS_BACKUP_KEEP_MONTHLY(Kind.COUNT, "12"),
  TBMS_BACKUP_SFTP(Kind.SFTP, null),
  TBMS_BACKUP_SFTP_KEY(Kind.PATH, null),
  TBMS_BACKUP_SFTP_HOST_KEY(Kind.FINGERPRINT, null),
  TBMS_RETENTION_RAW(Kind.PERIOD, "P2Y"),
  TBMS_DISK_QUOTA(Kind.COUNT, null),
  TBMS_KEEP_LOGS(Kind.PERIOD, "P90D"),
  TBMS_KEEP_LEFTOVERS(Kind.PERIOD, "P7D"),
  TBMS_KEEP_QUARANTINE(Kind.PERIOD, "P30D"),
  TBMS_KEEP_MAILS(Kind.PERIOD, "P30D"),
  TBMS_KEEP_HEALTH(Kind.PERIOD, "P90D"),
  TBMS_ALLOW_PRIVATE_ADDRESSES(Kind.FLAG, "false"),
  TBMS_HTTP_PORT(Kind.PORT, "8080"),
  TBMS_CHROMIUM(Kind.PATH, null),
  TBMS_CLUSTER(Kind.FLAG, "false"),
  REDIS_URL(Kind.SECRET, null);

  /** How the text of a setting is read; {@link SettingText} knows the rules. */
  enum Kind {
    TEXT,
    /** As text, but never shown. */
    SECRET,
    PATH,
    URL,
    ADDRESSES,
    DB_URL,
    KEY,
    SFTP,
    FINGERPRINT,
    PORT,
    COUNT,
    FLAG,
    PERIOD,
    PROVISIONING,
    SCHEDULER,
    ZONE
  }

  private final Kind kind;
  private final String defaultText;

  Setting(Kind kind, String defaultText) {
    this.kind = kind;
    this.defaultText = defaultText;
  }

  Kind kind() {
    return kind;
  }

  /** Empty when there is none: the setting is then absent unless given. */
  Optional<String> defaultText() {
    return Optional.ofNullable(defaultText);
  }

  /** True when its value must not be shown anywhere. */
  boolean isSecret() {
    return kind == Kind.SECRET || kind == Kind.KEY;
  }

  static boolean isKnown(String name) {
    return Arrays.stream(values()).anyMatch(s -> s.name().equals(name));
  }
}
