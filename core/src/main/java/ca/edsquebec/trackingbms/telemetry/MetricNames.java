package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The dictionary of the names inside {@code sample.more}, with a copy in memory: a row of it never
 * changes, so a copy is never wrong, at worst short. The calling thread must not be within a unit
 * of work.
 */
final class MetricNames {

  /** A sender that makes up names can't fill the database with them. */
  static final int MAX_EXTRAS = 1000;

  private final TenantDatabase db;
  private final Map<TenantId, Dictionary> dictionaries = new ConcurrentHashMap<>();

  MetricNames(TenantDatabase db) {
    this.db = db;
  }

  /** What is known of one tenant. */
  static final class Dictionary {
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();
    private volatile boolean full;

    /** Null when it has none. */
    Integer id(String name) {
      return ids.get(name);
    }

    /** Null when it is not known. */
    String name(int id) {
      return names.get(id);
    }

    private void learn(int id, String name) {
      names.put(id, name);
      ids.put(name, id);
    }

    private long extras() {
      return ids.keySet().stream().filter(name -> Metric.named(name).isEmpty()).count();
    }
  }

  /**
   * The dictionary with these names in it, as far as there is room: our own metrics always have
   * some.
   */
  Dictionary with(TenantId tenant, Collection<String> wanted) {
    Dictionary dictionary = dictionaries.computeIfAbsent(tenant, id -> new Dictionary());
    if (missing(dictionary, wanted).isEmpty()) {
      return dictionary;
    }
    synchronized (dictionary) {
      load(tenant, dictionary);
      List<String> missing = admitted(dictionary, missing(dictionary, wanted));
      if (!missing.isEmpty()) {
        db.sql(tenant, (connection, name) -> insert(connection, name, missing));
        load(tenant, dictionary);
      }
    }
    return dictionary;
  }

  /** The dictionary with these names in it if they have ever been stored; makes none. */
  Dictionary known(TenantId tenant, Collection<String> wanted) {
    Dictionary dictionary = dictionaries.computeIfAbsent(tenant, id -> new Dictionary());
    return missing(dictionary, wanted).isEmpty() ? dictionary : loaded(tenant);
  }

  /** The dictionary with all names that were in it when this was called. */
  Dictionary loaded(TenantId tenant) {
    Dictionary dictionary = dictionaries.computeIfAbsent(tenant, id -> new Dictionary());
    load(tenant, dictionary);
    return dictionary;
  }

  private static List<String> missing(Dictionary dictionary, Collection<String> wanted) {
    List<String> missing = new ArrayList<>();
    for (String name : wanted) {
      // A full dictionary stays so: a name it has no room for need not be looked up again.
      boolean welcome = !dictionary.full || Metric.named(name).isPresent();
      if (welcome && dictionary.id(name) == null) {
        missing.add(name);
      }
    }
    return missing;
  }

  private static List<String> admitted(Dictionary dictionary, List<String> missing) {
    long room = MAX_EXTRAS - dictionary.extras();
    dictionary.full = room <= 0;
    List<String> admitted = new ArrayList<>();
    for (String name : missing) {
      if (Metric.named(name).isPresent() || room-- > 0) {
        admitted.add(name);
      }
    }
    return admitted;
  }

  private static Void insert(Connection connection, String db, List<String> names)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO %s.metric_name (name) VALUES (?) ON DUPLICATE KEY UPDATE id = id"
                .formatted(db))) {
      for (String name : names) {
        insert.setString(1, name);
        insert.executeUpdate();
      }
    }
    return null;
  }

  private void load(TenantId tenant, Dictionary dictionary) {
    db.sql(
        tenant,
        (connection, name) -> {
          try (var query = connection.createStatement();
              ResultSet rows =
                  query.executeQuery("SELECT id, name FROM " + name + ".metric_name")) {
            while (rows.next()) {
              dictionary.learn(rows.getInt(1), rows.getString(2));
            }
          }
          return null;
        });
  }
}
