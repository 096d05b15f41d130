package ca.edsquebec.trackingbms.candb;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.connector.dbc.DbcMapping;
import ca.edsquebec.trackingbms.connector.dbc.DbcProposals;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A client's CAN databases, and what comes of the batteries that are read by them. They concern the
 * whole client: who sees some of its batteries only sees none of them. Safe for any number of
 * threads, none of which may be within a unit of work; throws what {@link TenantDatabase} throws.
 * Changes are made by those who may: the caller has checked that.
 *
 * <p>What is written is the mapping first, then each battery's setting in a transaction of its own.
 * A program that dies between these leaves batteries with the mapping they had: {@link #inStep}
 * tells, and saving again mends it.
 */
public final class CanDatabases {

  /** Of a file, in characters. */
  public static final int MAX_CHARS = 1 << 20;

  /** As many a client may have. */
  public static final int MOST = 100;

  /** Of the connector whose batteries are read by a CAN database. */
  public static final String CONNECTOR = "dbc";

  private static final int MAX_NAME = 120;
  private static final int UID_LENGTH = 8;

  private final TenantDatabase database;
  private final Fleet fleet;
  private final BatteryDirectory directory;
  private final Audit audit;
  private final Clock clock;

  public CanDatabases(
      TenantDatabase database, Fleet fleet, BatteryDirectory directory, Audit audit, Clock clock) {
    this.database = database;
    this.fleet = fleet;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /** By name; none for who does not see all batteries. */
  public List<CanDatabase> all(Viewer viewer) {
    return viewer.scope().all()
        ? database.sql(viewer.tenant(), (c, db) -> new CanDatabaseTable(c, db).all())
        : List.of();
  }

  /**
   * @throws NotFoundException when there is none that this viewer may see
   */
  public CanDatabase named(Viewer viewer, String uid) {
    return named(all(viewer), uid);
  }

  /** What its file says. */
  public Dbc content(Viewer viewer, CanDatabase one) {
    return Dbc.parse(
        database
            .sql(viewer.tenant(), (c, db) -> new CanDatabaseTable(c, db).content(one.id()))
            .orElseThrow(() -> absent(one.uid())));
  }

  /**
   * Keeps a file, with what its signals seem to mean; no battery is read by it yet.
   *
   * @return its uid
   * @throws InvalidException of {@code name}; of {@code file}, with line and what is wrong there,
   *     when it can't be read; of {@code count} when there are too many
   */
  public String add(Actor by, TenantId tenant, String name, String text) {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new InvalidException("name", "a name has 1 to %d characters".formatted(MAX_NAME));
    }
    if (text.length() > MAX_CHARS) {
      throw new InvalidException("file", "more than %,d characters".formatted(MAX_CHARS));
    }
    Map<String, String> proposed = proposed(text);
    String uid = RandomText.base32(UID_LENGTH);
    return audit.write(
        tenant,
        em -> {
          if (within(em, CanDatabaseTable::all).size() >= MOST) {
            throw new InvalidException("count", "a client has at most %d files".formatted(MOST));
          }
          within(
              em,
              table -> {
                Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                table.add(uid, name.strip(), text, proposed, at);
                return uid;
              });
          audit.pend(
              em,
              tenant,
              by,
              Change.made(Action.CAN_DATABASE_ADDED, object(uid), Map.of("name", name.strip())));
          return uid;
        });
  }

  private static Map<String, String> proposed(String text) {
    Dbc dbc;
    try {
      dbc = Dbc.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidException("file", e.getMessage());
    }
    return DbcMapping.readable(dbc, DbcProposals.of(dbc));
  }

  /**
   * Says what signals mean, and writes that to the batteries which are read by it.
   *
   * @param changed is given the meanings so far, and gives those from now on
   * @throws InvalidException of {@code signals} when these meanings can't be, or are too many
   */
  public void map(
      Actor by, TenantId tenant, String uid, UnaryOperator<Map<String, String>> changed) {
    CanDatabase known = named(Viewer.system(tenant), uid);
    Set<Long> batteries =
        audit.write(
            tenant,
            em -> {
              Dbc dbc = Dbc.parse(locked(em, known));
              CanDatabase before = named(within(em, CanDatabaseTable::all), uid);
              Map<String, String> meanings = changed.apply(new HashMap<>(before.meanings()));
              var unused = setting(dbc, meanings);
              long id = before.id();
              within(
                  em,
                  table -> {
                    table.confirm(id, meanings);
                    return id;
                  });
              audit.pend(
                  em, tenant, by, MappingChange.of(object(uid), before.meanings(), meanings));
              return before.batteries();
            });
    write(by, tenant, batteries);
  }

  /**
   * Reads these batteries' frames by it from now on, and no others; what leaves it is read by
   * nothing.
   *
   * @throws InvalidException of {@code batteries} when one is of another connector
   */
  public void use(Actor by, TenantId tenant, String uid, Set<Battery> batteries) {
    Set<Long> wanted = new HashSet<>();
    for (Battery battery : batteries) {
      if (!battery.connectorId().equals(CONNECTOR)) {
        throw new InvalidException("batteries", battery.code() + " is of another connector");
      }
      wanted.add(battery.id());
    }
    CanDatabase known = named(Viewer.system(tenant), uid);
    Set<Long> touched =
        audit.write(
            tenant,
            em -> {
              var unused = locked(em, known);
              CanDatabase before = named(within(em, CanDatabaseTable::all), uid);
              within(
                  em,
                  table -> {
                    table.setBatteries(before.id(), wanted);
                    return uid;
                  });
              audit.pend(
                  em,
                  tenant,
                  by,
                  new Change(
                      Action.CAN_DATABASE_CHANGED,
                      object(uid),
                      Map.of("batteries", Integer.toString(before.batteries().size())),
                      Map.of("batteries", Integer.toString(wanted.size()))));
              Set<Long> all = new HashSet<>(before.batteries());
              all.addAll(wanted);
              return all;
            });
    write(by, tenant, touched);
  }

  /**
   * @throws InvalidException of {@code batteries} while some are read by it
   */
  public void delete(Actor by, TenantId tenant, String uid) {
    CanDatabase known = named(Viewer.system(tenant), uid);
    var unused =
        audit.write(
            tenant,
            em -> {
              var content = locked(em, known);
              CanDatabase one = named(within(em, CanDatabaseTable::all), uid);
              if (!one.batteries().isEmpty()) {
                throw new InvalidException("batteries", "batteries are read by " + one.name());
              }
              long id = one.id();
              within(
                  em,
                  table -> {
                    table.delete(id);
                    return content;
                  });
              audit.pend(
                  em,
                  tenant,
                  by,
                  new Change(
                      Action.CAN_DATABASE_DELETED,
                      object(uid),
                      Map.of("name", one.name()),
                      Map.of()));
              return uid;
            });
  }

  /**
   * Whether a battery's setting is what the mapping says, for many batteries.
   *
   * @param dbc what its file says
   */
  public static Predicate<Battery> inStep(CanDatabase one, Dbc dbc) {
    String signals = setting(dbc, one.meanings());
    return battery -> signals(battery).equals(signals);
  }

  // What is stored by now, not what the caller stored: somebody may have been quicker. Two at once
  // may each undo what the other wrote; whoever is last looks once more, and mends it.
  private void write(Actor by, TenantId tenant, Set<Long> batteries) {
    Map<Long, String> written = Map.of();
    Map<Long, String> wanted = wanted(tenant, batteries);
    while (!wanted.equals(written)) {
      directory.reload(tenant);
      wanted.forEach(
          (id, signals) ->
              directory
                  .byId(tenant, id)
                  .filter(known -> !signals(known).equals(signals))
                  .ifPresent(known -> configure(by, tenant, known, signals)));
      written = wanted;
      wanted = wanted(tenant, batteries);
    }
    directory.reload(tenant);
  }

  /** The setting of each by the database that reads it now; empty where none does. */
  private Map<Long, String> wanted(TenantId tenant, Set<Long> batteries) {
    Viewer viewer = Viewer.system(tenant);
    Map<Long, String> wanted = new TreeMap<>();
    batteries.forEach(id -> wanted.put(id, ""));
    for (CanDatabase one : all(viewer)) {
      Set<Long> read = new HashSet<>(one.batteries());
      read.retainAll(batteries);
      if (!read.isEmpty()) {
        String signals = setting(content(viewer, one), one.meanings());
        read.forEach(id -> wanted.put(id, signals));
      }
    }
    return wanted;
  }

  private void configure(Actor by, TenantId tenant, Battery battery, String signals) {
    var unused =
        fleet.configure(
            by,
            tenant,
            battery,
            settings -> {
              if (signals.isEmpty()) {
                settings.remove(DbcMapping.SETTING);
              } else {
                settings.put(DbcMapping.SETTING, signals);
              }
              return settings;
            });
  }

  private static String signals(Battery battery) {
    return battery.connectorSettings().getOrDefault(DbcMapping.SETTING, "");
  }

  private static String setting(Dbc dbc, Map<String, String> meanings) {
    try {
      return DbcMapping.setting(dbc, meanings);
    } catch (IllegalArgumentException e) {
      throw new InvalidException("signals", e.getMessage());
    }
  }

  private String locked(EntityManager em, CanDatabase one) {
    return within(em, table -> table.lockedContent(one.id())).orElseThrow(() -> absent(one.uid()));
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(CanDatabaseTable table) throws SQLException;
  }

  private <T> T within(EntityManager em, Work<T> work) {
    return database.sqlWithin(em, (c, db) -> work.on(new CanDatabaseTable(c, db)));
  }

  private static CanDatabase named(List<CanDatabase> all, String uid) {
    return all.stream()
        .filter(one -> one.uid().equals(uid))
        .findFirst()
        .orElseThrow(() -> absent(uid));
  }

  private static NotFoundException absent(String uid) {
    return new NotFoundException("CAN database \"" + uid + "\"");
  }

  private static String object(String uid) {
    return "can-database:" + uid;
  }
}
