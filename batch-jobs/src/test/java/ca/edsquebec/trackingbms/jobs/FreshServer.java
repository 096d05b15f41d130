package ca.edsquebec.trackingbms.jobs;

import ca.edsquebec.trackingbms.identity.Device;
import ca.edsquebec.trackingbms.identity.Identity;
import ca.edsquebec.trackingbms.identity.SessionKind;
import ca.edsquebec.trackingbms.identity.SignedIn;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A server on which nothing is installed yet, not even a registry, and its settings. */
final class FreshServer implements AutoCloseable {

  private final DatabaseAccess access = TestDatabase.access();
  private final String registry =
      "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Path home;

  FreshServer() throws IOException {
    home = Files.createTempDirectory("tbms-home");
    environment.put("TBMS_HOME", home.toString());
    environment.put("TBMS_DB_URL", access.url(registry));
    environment.put("TBMS_DB_USER", access.user());
    environment.put("TBMS_DB_PASSWORD", access.password());
    environment.put("TBMS_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
  }

  /** A copy, to be changed at will. */
  Map<String, String> environment() {
    return new LinkedHashMap<>(environment);
  }

  DatabaseAccess access() {
    return access;
  }

  String registry() {
    return registry;
  }

  /** As at the sign-in page. */
  SignedIn signIn(String email, String password) {
    Settings settings = Settings.from(environment);
    try (Databases databases = Databases.open(settings, Setting.TBMS_JOB_POOL)) {
      return (SignedIn)
          Identity.of(databases, settings.masterKey(), Clock.systemUTC())
              .signIn()
              .begin(SessionKind.PROGRAM, email, password, Device.program("127.0.0.1", "test"));
    }
  }

  /** Databases of this installation, the registry's too. */
  List<String> databases() throws SQLException {
    return column(
        "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE '"
            + registry
            + "%' ORDER BY schema_name");
  }

  /** The first column of a query on the registry. */
  List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (var connection =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("{registry}", "`" + registry + "`"))) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException, IOException {
    for (String database : databases()) {
      access.execute("DROP DATABASE `" + database + "`");
    }
    Files.delete(home);
  }
}
