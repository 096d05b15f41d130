package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.notification.Correspondence;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person is forgotten for good, and the record of what was done stays whole. */
class PersonErasureIT {

  private static final Actor EDS = Actor.user(1_000_000, "192.0.2.9");
  private static int tenants;

  private static TestIdentity test;
  private static Audit audit;
  private static PersonErasure erasure;
  private static People people;

  private final TenantId acme = test.installation.addTenant("acme-" + ++tenants, "Acme");
  private final TenantId boreal = test.installation.addTenant("boreal-" + tenants, "Boréal");
  private final String anne = "anne-" + tenants + "@acme.example";
  private final String chief = "chief-" + tenants + "@acme.example";

  @BeforeAll
  static void start() {
    test = new TestIdentity();
    audit = new Audit(test.installation.databases(), test.keys, test.clock);
    Correspondence messages = new Correspondence(test.installation.databases());
    erasure =
        new PersonErasure(
            test.registry,
            test.identity.passwords(),
            test.identity.sessions(),
            messages,
            audit,
            test.clock);
    people = new People(test.registry);
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @Test
  void leavesNothingThatSaysWhoItWas() {
    join(chief, acme, Role.CLIENT_ADMIN);
    String password = join(anne, acme, Role.USER);
    join(anne, boreal, Role.USER);
    long id = idOf(anne);
    SignedIn in = test.signIn(anne, password);
    assertThatThrownBy(() -> test.signIn(anne, "wrong")).isInstanceOf(SignInRefused.class);
    test.identity.passwords().mailLink(anne, TestIdentity.ADDRESS);
    invite(boreal, anne + ".ca");
    invite(boreal, chief);
    test.identity.secondFactor().begin(id);
    erasure.of(EDS, id, " " + anne.toUpperCase(Locale.ROOT) + " ");

    assertThat(rowsAbout(id)).isEmpty();
    assertThat(test.text("email", "user_account", "id = " + id))
        .isEqualTo("user-" + id + "@erased.invalid");
    assertThat(
            test.text("CONCAT(display_name, last_sign_in_at IS NULL)", "user_account", "id=" + id))
        .isEqualTo("1");
    assertThat(count("outbox", "recipient = '" + anne + "'")).isZero();
    assertThat(count("outbox", "recipient = '" + chief + "'")).isEqualTo(1);
    assertThat(count("sign_in_failure", "account = '" + SecretHash.of(anne) + "'")).isZero();
    assertThat(count("invitation", "email = '" + anne + ".ca'")).isEqualTo(1);
    test.clock.advance(Duration.ofSeconds(1));
    assertThat(test.identity.sessions().authenticate(SessionKind.PROGRAM, in.accessToken()))
        .isEmpty();
    assertThat(new PersonNames(test.registry).of(Optional.empty(), List.of(id))).isEmpty();
    assertThat(people.search("anne-" + tenants + "@", 10)).extracting(Person::email).isEmpty();
  }

  @Test
  void anotherProgramForgetsTheSessionWithinASecond() {
    join(chief, acme, Role.CLIENT_ADMIN);
    SignedIn in = test.signIn(anne, join(anne, acme, Role.USER));
    Sessions elsewhere = test.another().sessions();
    assertThat(elsewhere.authenticate(SessionKind.PROGRAM, in.accessToken())).isPresent();
    erasure.of(EDS, idOf(anne), anne);
    test.clock.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.authenticate(SessionKind.PROGRAM, in.accessToken())).isEmpty();
  }

  @Test
  void recordsItWithoutTheNameAndTheChainsStayWhole() {
    join(chief, acme, Role.CLIENT_ADMIN);
    join(anne, acme, Role.USER);
    long id = idOf(anne);
    test.identity.profiles().change(TestIdentity.by(id), id, "Anne Lemieux", Locale.CANADA);
    erasure.of(EDS, id, anne);
    for (Optional<TenantId> chain : List.of(Optional.of(acme), Optional.<TenantId>empty())) {
      assertThat(audit.verify(chain).isWhole()).isTrue();
      List<Entry> about =
          audit.list(chain, AuditQuery.ALL.about("user:" + id).of(Action.PERSON_ERASED)).entries();
      assertThat(about).hasSize(1);
      assertThat(about.get(0).actor()).isEqualTo(EDS);
      assertThat(about.get(0).change().after()).isEmpty();
    }
    assertThat(audit.list(Optional.empty(), AuditQuery.ALL.by(TestIdentity.by(id))).entries())
        .isNotEmpty();
  }

  @Test
  void wantsTheAddressTypedAndKnowsNobodyTwice() {
    join(anne, acme, Role.USER);
    long id = idOf(anne);
    assertThatThrownBy(() -> erasure.of(EDS, id, "somebody@acme.example"))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> erasure.of(TestIdentity.by(id), id, anne))
        .isInstanceOf(RightsRefused.class);
    erasure.of(EDS, id, anne);
    assertThatThrownBy(() -> erasure.of(EDS, id, anne)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> erasure.of(EDS, id, "user-" + id + "@erased.invalid"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> erasure.of(EDS, 999_999, anne)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void thePersonSaysThePassword() {
    join(chief, acme, Role.CLIENT_ADMIN);
    String password = join(anne, acme, Role.USER);
    long id = idOf(anne);
    Device device = TestIdentity.device();
    assertThatThrownBy(() -> erasure.own(TestIdentity.by(id), id, "wrong", anne, device))
        .isInstanceOf(SignInRefused.class);
    assertThat(people.get(id).email()).isEqualTo(anne);
    erasure.own(TestIdentity.by(id), id, password, anne, device);
    assertThatThrownBy(() -> people.get(id)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void nobodyGetsTheAddressOfSomebodyWhoWasErased() {
    join(anne, acme, Role.USER);
    long id = idOf(anne);
    erasure.of(EDS, id, anne);
    assertThatThrownBy(() -> join("user-" + id + "@erased.invalid", boreal, Role.USER))
        .isInstanceOf(InvalidException.class);
    assertThat(join(anne, boreal, Role.USER)).as("a new account").isNotEmpty();
    assertThat(idOf(anne)).isNotEqualTo(id);
  }

  @Test
  void theLastAdministratorOfAClientStays() {
    join(chief, acme, Role.CLIENT_ADMIN);
    join(chief, boreal, Role.CLIENT_ADMIN);
    join(anne, acme, Role.CLIENT_ADMIN);
    long id = idOf(chief);
    test.identity.passwords().mailLink(chief, TestIdentity.ADDRESS);
    long before = audit.verify(Optional.empty()).entries();
    assertThatThrownBy(() -> erasure.of(EDS, id, chief))
        .isInstanceOfSatisfying(
            ErasureRefused.class,
            refused -> {
              assertThat(refused.clients()).containsExactly(boreal);
              assertThat(refused.platform()).isFalse();
            });
    assertThat(audit.verify(Optional.empty()).entries()).isEqualTo(before);
    assertThat(count("outbox", "recipient = '" + chief + "'")).isEqualTo(1);
  }

  @Test
  void ofTwoLastAdministratorsWhoAreErasedAtOnceOneStays() throws Exception {
    for (String email : List.of(anne, chief)) {
      join(email, acme, Role.CLIENT_ADMIN);
      join(email, boreal, Role.CLIENT_ADMIN);
      test.users.createPlatformAdministrator(Actor.SYSTEM, email, "A", Locale.CANADA_FRENCH);
    }
    List<Throwable> refused = atOnce(anne, chief);
    assertThat(refused).hasSize(1).first().isInstanceOf(ErasureRefused.class);
    for (TenantId client : List.of(acme, boreal)) {
      assertThat(count("membership", "tenant = '" + client + "'")).isEqualTo(1);
      assertThat(audit.verify(Optional.of(client)).isWhole()).isTrue();
    }
    assertThat(count("user_account", "platform_admin")).isEqualTo(1);
    assertThat(audit.verify(Optional.empty()).isWhole()).isTrue();
  }

  private static List<Throwable> atOnce(String... emails) throws Exception {
    CyclicBarrier together = new CyclicBarrier(emails.length);
    ExecutorService threads = Executors.newFixedThreadPool(emails.length);
    List<Future<Throwable>> running = new ArrayList<>();
    for (String email : emails) {
      long id = idOf(email);
      running.add(
          threads.submit(
              () -> {
                together.await();
                return catchThrowable(() -> erasure.of(EDS, id, email));
              }));
    }
    List<Throwable> refused = new ArrayList<>();
    for (Future<Throwable> one : running) {
      refused.add(one.get());
    }
    threads.shutdown();
    return refused.stream().filter(Objects::nonNull).toList();
  }

  /** Every table that refers to accounts by a number, asked of the database itself. */
  private static List<String> rowsAbout(long id) {
    List<String> places = references();
    assertThat(places).contains("membership.user_id", "session.user_id");
    return places.stream()
        .filter(place -> !place.startsWith("support_visit."))
        .map(place -> place.split("\\."))
        .filter(place -> count(place[0], place[1] + " = " + id) > 0)
        .map(place -> place[0])
        .toList();
  }

  private static List<String> references() {
    return test.registry.sql(
        (connection, db) -> {
          List<String> places = new ArrayList<>();
          String sql =
              "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                  + " WHERE table_schema = ? AND column_name = 'user_id' UNION"
                  + " SELECT CONCAT(table_name, '.', column_name)"
                  + " FROM information_schema.key_column_usage"
                  + " WHERE table_schema = ? AND referenced_table_name = 'user_account'";
          try (var query = connection.prepareStatement(sql)) {
            query.setString(1, db.replace("`", ""));
            query.setString(2, db.replace("`", ""));
            try (var row = query.executeQuery()) {
              while (row.next()) {
                places.add(row.getString(1));
              }
            }
          }
          return places;
        });
  }

  private static void invite(TenantId client, String email) {
    test.identity
        .invitations()
        .invite(
            EDS,
            Membership.WHOLE,
            client,
            new NewMember(
                email,
                "Invité",
                new Membership(Role.USER, BatteryAccess.ALL),
                Locale.CANADA_FRENCH));
  }

  private static String join(String email, TenantId client, Role role) {
    return test.users
        .create(Actor.SYSTEM, client, email, "Anne Roy", role, Locale.CANADA_FRENCH)
        .password()
        .orElse("");
  }

  private static long idOf(String email) {
    return Long.parseLong(test.text("id", "user_account", "email = '" + email + "'"));
  }

  private static int count(String table, String condition) {
    return Integer.parseInt(test.text("COUNT(*)", table, condition));
  }
}
