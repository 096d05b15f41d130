package ca.edsquebec.trackingbms.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.notification.Mail;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyRotationIT {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(6);

  private final TestInstallation installation = new TestInstallation();
  private final Databases databases = installation.databases();
  private final SettableClock clock = SettableClock.atPresent();
  private final byte[] master = installation.settings().masterKey();

  /** The portal, which knows nothing of a change of keys but what it reads. */
  private final KeyRing portal = new KeyRing(databases.registry(), master, clock);

  private final SecretBox box = new SecretBox(portal);
  private final Outbox outbox = new Outbox(box, clock);
  private final KeyRotation rotation =
      new KeyRotation(databases, new KeyRing(databases.registry(), master, clock), clock);

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void sealsAllAnewAndRemovesTheOldKey() {
    portal.refresh();
    IntStream.range(0, 450).forEach(i -> queue());
    queueOf("acme");
    String old = portal.current(Purpose.SECRETS).id();
    assertThat(rotation.begin()).isTrue();
    for (Optional<TenantId> place : rotation.places()) {
      rotation.reseal(place);
    }
    assertThat(keysUsed()).doesNotContain(old).hasSize(1);
    clock.advance(LONG_ENOUGH);
    assertThat(rotation.finish()).isTrue();
    assertThat(new KeyRing(databases.registry(), master, clock).find(Purpose.SECRETS, old))
        .isEmpty();
    assertThat(everythingOpens()).isEqualTo(451);
  }

  @Test
  void removesNoKeyThatAProgramMayStillUse() {
    portal.refresh();
    queue();
    rotation.begin();
    rotation.reseal(Optional.empty());
    queueOf("acme");
    assertThatThrownBy(rotation::finish).isInstanceOf(IllegalStateException.class);
    clock.advance(LONG_ENOUGH);
    assertThat(rotation.finish()).as("one was sealed late").isFalse();
    assertThat(rotation.finish()).isTrue();
    assertThat(everythingOpens()).isEqualTo(2);
  }

  @Test
  void goesOnWhereItBrokeOff() {
    portal.refresh();
    queue();
    queueOf("boreal");
    rotation.begin();
    rotation.reseal(Optional.empty());
    KeyRotation again =
        new KeyRotation(databases, new KeyRing(databases.registry(), master, clock), clock);
    assertThat(again.begin()).as("no third key").isFalse();
    clock.advance(LONG_ENOUGH);
    while (!again.finish()) {
      assertThat(again.removableAt()).isPresent();
    }
    assertThat(keysUsed()).hasSize(1);
    assertThat(everythingOpens()).isEqualTo(2);
    assertThat(again.removableAt()).isEmpty();
  }

  @Test
  void leavesNothingUnreadableWhileOthersReadAndWrite() throws Exception {
    portal.refresh();
    IntStream.range(0, 60).forEach(i -> queue());
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger opened = new AtomicInteger();
    AtomicInteger written = new AtomicInteger();
    CompletableFuture<Void> readers =
        CompletableFuture.runAsync(
            () -> {
              while (!stop.get()) {
                everythingOpens();
                opened.incrementAndGet();
              }
            });
    CompletableFuture<Void> writers =
        CompletableFuture.runAsync(
            () -> {
              while (!stop.get()) {
                queue();
                written.incrementAndGet();
              }
            });
    rotation.begin();
    rotation.places().forEach(rotation::reseal);
    clock.advance(LONG_ENOUGH);
    do {
      // In a real change, minutes and seconds pass here: no transaction and no reader is as old.
      int reads = opened.get() + 2;
      int writes = written.get() + 2;
      while (!readers.isDone() && (opened.get() < reads || written.get() < writes)) {
        Thread.onSpinWait();
      }
    } while (!rotation.finish());
    stop.set(true);
    readers.get();
    writers.get();
    assertThat(opened).hasPositiveValue();
    assertThat(everythingOpens()).isEqualTo(60 + written.get());
    assertThat(keysUsed()).hasSize(1);
  }

  @Test
  void wrapsAllKeysByANewMasterKey() {
    portal.refresh();
    queue();
    byte[] next = master.clone();
    next[0] ^= 1;
    KeyRing both = new KeyRing(databases.registry(), next, Optional.of(master), clock);
    assertThat(new KeyRotation(databases, both, clock).rewrap()).isEqualTo(Purpose.values().length);
    assertThat(new KeyRotation(databases, both, clock).rewrap()).as("nothing left").isZero();
    KeyRing fresh = new KeyRing(databases.registry(), next, clock);
    fresh.refresh();
    assertThat(fresh.current(Purpose.SECRETS)).isEqualTo(portal.current(Purpose.SECRETS));
    assertThatThrownBy(() -> new KeyRing(databases.registry(), master, clock).refresh())
        .isInstanceOf(SecretException.class);
  }

  private Mail mail() {
    return new Mail("anne@example.ca", Locale.CANADA, "trial", Map.of("by", "Anne"));
  }

  private void queue() {
    databases
        .registry()
        .write(
            em -> {
              outbox.queue(em, mail());
              return null;
            });
  }

  private void queueOf(String slug) {
    TenantId tenant = installation.tenant(slug);
    databases
        .tenantDatabase()
        .write(
            tenant,
            em -> {
              outbox.queue(tenant, em, mail());
              return null;
            });
  }

  private record Stored(String tenant, String uid, String sealed) {}

  private List<Stored> stored() {
    List<Stored> all = new ArrayList<>(stored("", Optional.empty()));
    for (String slug : List.of("acme", "boreal")) {
      all.addAll(stored(slug, Optional.of(installation.tenant(slug))));
    }
    return all;
  }

  private List<Stored> stored(String slug, Optional<TenantId> tenant) {
    SqlWork<List<Stored>> query =
        (connection, db) -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery("SELECT uid, content FROM " + db + ".outbox")) {
            List<Stored> found = new ArrayList<>();
            while (rows.next()) {
              found.add(new Stored(slug, rows.getString(1), rows.getString(2)));
            }
            return found;
          }
        };
    return tenant.isPresent()
        ? databases.tenantDatabase().sql(tenant.get(), query)
        : databases.registry().sql(query);
  }

  private List<String> keysUsed() {
    return stored().stream().map(row -> SecretBox.keyId(row.sealed())).distinct().toList();
  }

  private int everythingOpens() {
    List<Stored> rows = stored();
    for (Stored row : rows) {
      assertThat(box.open(new Binding(row.tenant(), "outbox", row.uid()), row.sealed()))
          .contains("Anne");
    }
    return rows.size();
  }
}
