package ca.edsquebec.trackingbms.platform;

import java.net.URI;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** What form the text of each kind of setting must have. */
final class SettingText {

  private static final int KEY_BYTES = 32;

  private SettingText() {}

  /**
   * @return what is wrong with the text, or null when it is well-formed
   */
  static String fault(Setting.Kind kind, String text) {
    return switch (kind) {
      case TEXT, SECRET -> null;
      case PATH -> text.startsWith("~") ? "must be written out: ~ is read by no shell here" : null;
      case URL -> isHttp(text) ? null : "must be an address such as https://bms.example.ca";
      case ADDRESSES -> addressesFault(text);
      case DB_URL -> databaseFault(text);
      case KEY -> isKey(text) ? null : "must be 32 bytes in base64 (openssl rand -base64 32)";
      case SFTP -> isSftp(text) ? null : "must look like sftp://user@host:22/folder, no password";
      case FINGERPRINT ->
          text.matches("SHA256:[A-Za-z0-9+/]{43}")
              ? null
              : "must be the server's fingerprint as ssh-keygen -l tells it, SHA256:…";
      case PORT -> isNumber(text, 0, 65_535) ? null : "must be a port from 0 to 65535";
      case COUNT -> isNumber(text, 1, 1_000_000) ? null : "must be a whole number from 1";
      case FLAG -> Set.of("true", "false").contains(text) ? null : "must be true or false";
      case PERIOD -> isPeriod(text) ? null : "must be a period such as P2Y or P90D";
      case PROVISIONING -> Set.of("sql", "cpanel").contains(text) ? null : "must be sql or cpanel";
      case SCHEDULER -> Set.of("cron", "quartz").contains(text) ? null : "must be cron or quartz";
      case ZONE -> isZone(text) ? null : "must be a time zone such as America/Toronto";
    };
  }

  private static String addressesFault(String text) {
    try {
      AddressBlocks.parse(text);
      return null;
    } catch (InvalidException e) {
      return "must be IP addresses or blocks such as 10.0.0.0/8, commas between: " + e.getMessage();
    }
  }

  private static String databaseFault(String text) {
    if (!text.matches("jdbc:mysql://[^/\\s]+/[A-Za-z0-9_]{1,39}(\\?\\S*)?")) {
      return "must look like jdbc:mysql://host:3306/database, the database named by letters,"
          + " digits and _ (39 at most)";
    }
    // With it the driver ignores the switch of database: the wrong tenant would be read.
    return text.toLowerCase(Locale.ROOT).matches(".*[?&]databaseterm=schema.*")
        ? "must not contain databaseTerm=SCHEMA: it would mix up the clients' databases"
        : null;
  }

  private static boolean isHttp(String text) {
    try {
      URI uri = URI.create(text);
      return Set.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isSftp(String text) {
    try {
      URI uri = URI.create(text);
      return "sftp".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() != null
          && !uri.getUserInfo().isEmpty()
          && !uri.getUserInfo().contains(":")
          && uri.getPath().length() > 1
          && uri.getQuery() == null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isNumber(String text, int min, int max) {
    return text.matches("\\d{1,7}")
        && Integer.parseInt(text) >= min
        && Integer.parseInt(text) <= max;
  }

  private static boolean isZone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text);
  }

  private static boolean isPeriod(String text) {
    try {
      Period period = Period.parse(text);
      return !period.isNegative() && !period.isZero();
    } catch (DateTimeParseException malformed) {
      return false;
    }
  }
}
