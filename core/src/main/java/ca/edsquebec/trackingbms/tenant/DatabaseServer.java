package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the databases are and how to speak to them.
 *
 * @param prefix the URL up to and with the slash before the database's name
 * @param registry the name of the registry's database
 * @param options the operator's own URL options, then ours, which win
 */
record DatabaseServer(
    String prefix, String registry, String options, String user, String password) {

  private static final Pattern URL =
      Pattern.compile("(jdbc:mysql://[^/]+/)([A-Za-z0-9_]+)(?:\\?(.*))?");

  private static final Pattern ONE_HOST =
      Pattern.compile("jdbc:mysql://([A-Za-z0-9._-]+)(?::(\\d+))?/");

  /**
   * Times in UTC whatever the zones of host and server; affected rows count real changes, which the
   * ingest's exact accounting rests on.
   */
  private static final String OURS =
      "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
          + "&rewriteBatchedStatements=true&useAffectedRows=true&characterEncoding=UTF-8"
          + "&connectTimeout=10000&socketTimeout=60000&tcpKeepAlive=true"
          + "&sessionVariables=sql_mode='STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,ONLY_FULL_GROUP_BY'";

  static DatabaseServer from(Settings settings) {
    Matcher url = URL.matcher(settings.required(Setting.TBMS_DB_URL));
    if (!url.matches()) {
      throw new IllegalStateException("settings let a malformed TBMS_DB_URL through");
    }
    String given = url.group(3) == null || url.group(3).isEmpty() ? "" : url.group(3) + "&";
    return new DatabaseServer(
        url.group(1),
        url.group(2),
        given + OURS,
        settings.required(Setting.TBMS_DB_USER),
        settings.required(Setting.TBMS_DB_PASSWORD));
  }

  /** The JDBC URL of one database, or of none when the name is empty. */
  String url(String database) {
    return prefix + database + "?" + options;
  }

  /** As an option file of the server's programs; empty when the URL says more than it can. */
  Optional<String> clientOptions() {
    Matcher address = ONE_HOST.matcher(prefix);
    boolean verifies = options.toUpperCase(Locale.ROOT).contains("SSLMODE=VERIFY");
    if (!address.matches() || verifies) {
      return Optional.empty();
    }
    return Optional.of(
        "[client]\nprotocol=tcp\nhost=%s\nport=%s\nuser=%s\npassword=%s\n%s"
            .formatted(
                address.group(1),
                address.group(2) == null ? "3306" : address.group(2),
                quoted(user),
                quoted(password),
                // As the driver does: encrypted where the server can, verified only when asked.
                "loose-skip-ssl-verify-server-cert\n"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public String toString() {
    return prefix + registry;
  }
}
