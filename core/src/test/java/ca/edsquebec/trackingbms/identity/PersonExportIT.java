package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.notification.Correspondence;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The file has all that is about the person, no secret, and nobody else. */
class PersonExportIT {

  private static final Actor EDS = Actor.user(1_000_000, "192.0.2.9");
  private static final String ANNE = "anne@acme.example";
  private static final String BORIS = "boris@boreal.example";

  private static TestIdentity test;
  private static Audit audit;
  private static PersonExport export;
  private static TenantId acme;
  private static TenantId boreal;
  private static String password;
  private static String token;
  private static long anne;
  private static long boris;

  @BeforeAll
  static void start() {
    test = new TestIdentity();
    audit = new Audit(test.installation.databases(), test.keys, test.clock);
    export =
        new PersonExport(
            test.registry,
            test.identity.passwords(),
            new Correspondence(test.installation.databases()),
            audit,
            test.clock);
    acme = test.installation.tenant("acme");
    boreal = test.installation.tenant("boreal");
    password = test.create(acme, ANNE);
    test.create(boreal, BORIS);
    anne = idOf(ANNE);
    boris = idOf(BORIS);
    token = test.signIn(ANNE, password).accessToken();
    assertThatThrownBy(() -> test.signIn(ANNE, "wrong")).isInstanceOf(SignInRefused.class);
    test.identity.passwords().mailLink(ANNE, TestIdentity.ADDRESS);
    test.identity.secondFactor().begin(anne);
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @Test
  void hasWhatIsKeptAboutThePerson() throws IOException {
    JsonNode file = file(anne);
    assertThat(file.at("/format").asText()).isEqualTo("trackingbms-person");
    assertThat(file.at("/account/0/email").asText()).isEqualTo(ANNE);
    assertThat(file.at("/account/0/number").asLong()).isEqualTo(anne);
    assertThat(file.at("/account/0/lastSignInAt").asText()).endsWith("Z");
    assertThat(file.at("/memberships/0/client").asText()).isEqualTo("acme");
    assertThat(file.at("/memberships/0/role").asText()).isEqualTo("USER");
    assertThat(file.at("/sessions/0/address").asText()).isEqualTo(TestIdentity.ADDRESS);
    assertThat(file.at("/devices")).hasSize(1);
    assertThat(file.at("/secondFactor/0/confirmedAt").isNull()).isTrue();
    assertThat(file.at("/passwordLinks")).hasSize(1);
    assertThat(file.at("/failedSignIns").findValuesAsText("failures")).contains("1");
    assertThat(file.at("/messages/0/kind").asText()).isEqualTo("account.password-link");
    assertThat(file.findValuesAsText("action")).contains("SIGN_IN", "MEMBER_ADDED");
  }

  @Test
  void hasNoSecret() throws IOException {
    String text = text(export.of(EDS, anne));
    assertThat(text)
        .doesNotContain(password, token, test.mailedToken(ANNE), "argon2id", "\"hash", "seed")
        .doesNotContain(test.text("id", "session", "user_id = " + anne))
        .doesNotContain(test.text("hash", "known_device", "user_id = " + anne))
        .doesNotContain(test.text("content", "outbox", "recipient = '" + ANNE + "'"));
  }

  @Test
  void hasNobodyElse() throws IOException {
    Change theirs =
        new Change(
            Action.MEMBER_CHANGED,
            "user:" + boris,
            Map.of("note", "of Boris"),
            Map.of("note", BORIS));
    audit.record(Optional.of(boreal), Actor.user(anne, "203.0.113.4"), theirs);
    Change hers =
        new Change(
            Action.MEMBER_CHANGED, "user:" + anne, Map.of("role", "user"), Map.of("role", "x-1"));
    audit.record(Optional.of(acme), Actor.user(boris, "198.51.100.77"), hers);
    audit.record(Optional.of(boreal), Actor.user(boris, "198.51.100.77"), theirs);
    String text = text(export.of(EDS, anne));
    assertThat(text)
        .contains("203.0.113.4", "x-1")
        .doesNotContain("oris", "user:" + boris, "198.51.100.77", "192.0.2.9");
  }

  @Test
  void goesThroughAllPages() throws IOException {
    test.create(acme, "carl@acme.example");
    long carl = idOf("carl@acme.example");
    for (int i = 0; i < 1203; i++) {
      audit.record(
          Optional.of(acme), TestIdentity.by(carl), Change.of(Action.PLACE_ADDED, "place:x"));
    }
    test.registry.sql(
        (connection, db) -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT INTO %s.known_device (user_id, hash, address, user_agent, first_seen_at,"
                          .formatted(db)
                      + " last_seen_at) VALUES (?, ?, 'many', '', NOW(3), NOW(3))")) {
            for (int i = 0; i < 1001; i++) {
              insert.setLong(1, carl);
              insert.setString(2, "many-" + i);
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
    JsonNode file = file(carl);
    assertThat(file.at("/actions").findValuesAsText("action"))
        .filteredOn("PLACE_ADDED"::equals)
        .hasSize(1203);
    assertThat(file.at("/devices").findValuesAsText("address"))
        .filteredOn("many"::equals)
        .hasSize(1001);
  }

  @Test
  void wantsThePasswordFromThePerson() throws IOException {
    String email = "dora@acme.example";
    String secret = test.create(acme, email);
    long dora = idOf(email);
    Device device = TestIdentity.device();
    Actor self = TestIdentity.by(dora);
    assertThatThrownBy(() -> export.own(self, dora, "wrong", device))
        .isInstanceOf(SignInRefused.class);
    int before = test.audited("PERSON_EXPORTED");
    assertThat(text(export.own(self, dora, secret, device))).contains(email);
    assertThat(test.audited("PERSON_EXPORTED")).isEqualTo(before + 1);
  }

  @Test
  void knowsNobodyWhoIsNotThere() {
    assertThatThrownBy(() -> export.of(EDS, 999_999)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void findsPeopleByPartsOfNameAndAddress() {
    People people = new People(test.registry);
    test.users.create(
        Actor.SYSTEM, boreal, "z%_z@boreal.example", "Zoé 100 %", Role.USER, Locale.CANADA);
    assertThat(people.search("ANNE@", 10)).extracting(Person::id).containsExactly(anne);
    assertThat(people.search("0 %", 10)).extracting(Person::email).hasSize(1);
    assertThat(people.search("%_", 10)).extracting(Person::email).hasSize(1);
    assertThat(people.search("", 2)).hasSize(2);
    assertThat(people.get(boris).clients()).isEqualTo(List.of(boreal));
  }

  private static JsonNode file(long person) throws IOException {
    return new ObjectMapper().readTree(text(export.of(EDS, person)));
  }

  private static String text(PersonFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(out);
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static long idOf(String email) {
    return Long.parseLong(test.text("id", "user_account", "email = '" + email + "'"));
  }
}
