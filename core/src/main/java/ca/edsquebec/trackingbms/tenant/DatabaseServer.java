package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
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

  @Override
  public String toString() {
    return prefix + registry;
  }
}
