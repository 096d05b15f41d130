package ca.edsquebec.trackingbms.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 20 clients, 8 connections, 16 threads, an account that may hold 12 connections. */
class IsolationIT {

  private static final int TENANTS = 20;
  private static final int THREADS = 16;
  private static final int ROUNDS = 150;
  private static final String ACCOUNT = "tbms_narrow";
  private static final String PASSWORD = "narrow-account-of-the-tests";

  private static TestInstallation maker;
  private static Databases narrow;
  private static final List<TenantId> IDS = new ArrayList<>();

  @BeforeAll
  static void start() throws SQLException {
    maker = new TestInstallation();
    for (int i = 0; i < TENANTS; i++) {
      TenantId id = maker.addTenant("client-" + i, "Client " + i);
      IDS.add(id);
      maker
          .access()
          .execute(
              "CREATE TABLE `"
                  + maker.databaseOf(id.slug())
                  + "`.mark (id INT AUTO_INCREMENT"
                  + " PRIMARY KEY, owner VARCHAR(24) NOT NULL) ENGINE = InnoDB");
    }
    maker
        .access()
        .execute(
            "DROP USER IF EXISTS '" + ACCOUNT + "'@'%'",
            "CREATE USER '"
                + ACCOUNT
                + "'@'%' IDENTIFIED BY '"
                + PASSWORD
                + "' WITH MAX_USER_CONNECTIONS 12",
            "GRANT ALL ON *.* TO '" + ACCOUNT + "'@'%'");
    narrow = openNarrow();
  }

  private static Databases openNarrow() {
    Map<String, String> environment = new HashMap<>(maker.environment());
    environment.putAll(Map.of("TBMS_DB_USER", ACCOUNT, "TBMS_DB_PASSWORD", PASSWORD));
    return Databases.open(Settings.from(environment), Setting.TBMS_DB_POOL);
  }

  @AfterAll
  static void stop() throws SQLException {
    narrow.close();
    maker.access().execute("DROP USER IF EXISTS '" + ACCOUNT + "'@'%'");
    maker.close();
  }

  @Test
  void readsAndWritesNeverReachAnotherClientsDatabase() throws Exception {
    AtomicInteger written = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        Random random = new Random(t);
        tasks.add(
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                request(IDS.get(random.nextInt(TENANTS)), random.nextInt(4), written);
              }
              return null;
            });
      }
      // Any time-out of the pool, refused connection or wrong database is thrown here.
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(written.get()).isGreaterThan(THREADS * ROUNDS / 3);
    assertThat(marks()).isEqualTo(written.get());
  }

  /** Registry first, then the tenant, as every request of the portal does. */
  private static void request(TenantId tenant, int kind, AtomicInteger written) {
    long known =
        narrow
            .registry()
            .read(
                em ->
                    em.createQuery("select count(t) from TenantRow t", Long.class)
                        .getSingleResult());
    assertThat(known).isEqualTo(TENANTS + 2);
    String expected = maker.databases().tenants().get(tenant).database();
    TenantDatabase database = narrow.tenantDatabase();
    switch (kind) {
      case 0 -> {
        String current = database.read(tenant, IsolationIT::current);
        assertThat(current).isEqualTo(expected);
      }
      case 1 -> written.addAndGet(database.write(tenant, em -> insert(em, tenant)));
      case 2 ->
          written.addAndGet(
              database.sqlTransaction(tenant, (connection, db) -> insert(connection, tenant)));
      default -> {
        String seen = database.sql(tenant, (connection, db) -> strangers(connection, tenant));
        assertThat(seen).isEqualTo(expected + ":0");
      }
    }
  }

  @Test
  void aThreadThatHoldsAConnectionGetsNoSecondOne() {
    TenantId tenant = IDS.get(0);
    assertThatThrownBy(
            () ->
                narrow
                    .registry()
                    .read(em -> narrow.tenantDatabase().read(tenant, IsolationIT::current)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must let go");
    String current = narrow.tenantDatabase().read(tenant, IsolationIT::current);
    assertThat(current).isEqualTo(maker.databaseOf(tenant.slug()));
  }

  @Test
  void aFailedTransactionLeavesNothingBehindAndItsConnectionUsable() {
    TenantId tenant = IDS.get(1);
    int before = marks();
    assertThatThrownBy(
            () ->
                narrow
                    .tenantDatabase()
                    .sqlTransaction(
                        tenant,
                        (connection, db) -> {
                          insert(connection, tenant);
                          throw new SQLException("in the middle");
                        }))
        .isInstanceOf(DatabaseException.class);
    assertThat(marks()).isEqualTo(before);
  }

  private static String current(EntityManager em) {
    return (String) em.createNativeQuery("SELECT DATABASE()").getSingleResult();
  }

  private static int insert(EntityManager em, TenantId tenant) {
    return em.createNativeQuery("INSERT INTO mark (owner) VALUES (?)")
        .setParameter(1, tenant.slug())
        .executeUpdate();
  }

  private static int insert(Connection connection, TenantId tenant) throws SQLException {
    try (var statement = connection.prepareStatement("INSERT INTO mark (owner) VALUES (?)")) {
      statement.setString(1, tenant.slug());
      return statement.executeUpdate();
    }
  }

  /** The current database, and how many rows in it are another client's. */
  private static String strangers(Connection connection, TenantId tenant) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT CONCAT(DATABASE(), ':', COUNT(*)) FROM mark WHERE owner <> '"
                    + tenant
                    + "'")) {
      row.next();
      return row.getString(1);
    }
  }

  /** Rows in all databases, each counted only where its owner's name says it belongs. */
  private static int marks() {
    return IDS.stream()
        .mapToInt(
            id ->
                maker
                    .databases()
                    .tenantDatabase()
                    .read(
                        id,
                        em -> {
                          Object own =
                              em.createNativeQuery(
                                      "SELECT COUNT(*) FROM mark WHERE owner = '" + id + "'")
                                  .getSingleResult();
                          return ((Number) own).intValue();
                        }))
        .sum();
  }
}
