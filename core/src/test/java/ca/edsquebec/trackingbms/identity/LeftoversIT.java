package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is over goes when its time has come, and nothing before. */
class LeftoversIT {

  private final TestIdentity test = new TestIdentity();
  private final Leftovers leftovers = new Leftovers(test.registry, test.clock);
  private final TenantId acme = test.installation.tenant("acme");
  private final TenantId boreal = test.installation.tenant("boreal");

  @AfterEach
  void stop() {
    test.close();
  }

  @Test
  void countsAndDeletesEachInItsTime() {
    signInAndAsk(acme, "anne@acme.example");
    assertThat(leftovers.count().values()).containsOnly(0L);
    pass(Duration.ofHours(40));
    expect(Leftover.REFRESH_TOKENS, Leftover.PASSWORD_LINKS, Leftover.SIGN_IN_FAILURES);
    pass(Duration.ofDays(89));
    expect(Leftover.SESSIONS);
    pass(Duration.ofDays(7));
    expect(Leftover.INVITATIONS);
    pass(Duration.ofDays(90));
    expect(Leftover.DEVICES);
    pass(Duration.ofDays(366 + 180));
    expect(Leftover.SUPPORT_VISITS);
    assertThat(leftovers.delete().values()).containsOnly(0L);
  }

  @Test
  void leavesWhatIsInUse() {
    signInAndAsk(acme, "anne@acme.example");
    pass(Duration.ofDays(100));
    SignedIn in = signInAndAsk(boreal, "boris@boreal.example");
    Map<Leftover, Long> counted = leftovers.count();
    assertThat(counted).containsEntry(Leftover.SESSIONS, 1L).containsEntry(Leftover.DEVICES, 0L);
    assertThat(leftovers.delete()).isEqualTo(counted);
    assertThat(test.identity.sessions().authenticate(SessionKind.PROGRAM, in.accessToken()))
        .isPresent();
    assertThat(test.text("COUNT(*)", "refresh_token", "TRUE")).isEqualTo("1");
    assertThat(test.text("COUNT(*)", "invitation", "TRUE")).isEqualTo("1");
  }

  @Test
  void goesOnUntilNothingIsLeft() {
    String old = InstantConverter.text(test.clock.instant().minus(Duration.ofDays(2)));
    test.create(acme, "anne@acme.example");
    test.registry.sql(
        (connection, db) -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT INTO "
                      + db
                      + ".password_link SELECT SHA2(?, 256), id, ?, ?, NULL FROM "
                      + db
                      + ".user_account")) {
            for (int i = 0; i < 2500; i++) {
              insert.setInt(1, i);
              insert.setString(2, old);
              insert.setString(3, old);
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
    assertThat(leftovers.count()).containsEntry(Leftover.PASSWORD_LINKS, 2500L);
    assertThat(leftovers.delete()).containsEntry(Leftover.PASSWORD_LINKS, 2500L);
    assertThat(leftovers.count()).containsEntry(Leftover.PASSWORD_LINKS, 0L);
  }

  /** One row of each kind. */
  private SignedIn signInAndAsk(TenantId client, String email) {
    SignedIn in = test.signIn(email, test.create(client, email));
    test.identity.passwords().mailLink(email, TestIdentity.ADDRESS);
    test.identity
        .invitations()
        .invite(
            TestIdentity.by(1),
            Membership.WHOLE,
            client,
            new NewMember(
                "new-" + email,
                "Nouveau",
                new Membership(Role.USER, BatteryAccess.ALL),
                Locale.CANADA_FRENCH));
    test.registry.sql(
        (connection, db) -> {
          String sql =
              "INSERT INTO %s.support_visit (session_id, user_id, tenant, reason, begun_at, until)"
                  + " VALUES ('s', 1, ?, 'r', ?, ?)";
          try (var insert = connection.prepareStatement(sql.formatted(db))) {
            insert.setString(1, client.slug());
            insert.setString(2, InstantConverter.text(test.clock.instant()));
            insert.setString(3, InstantConverter.text(test.clock.instant()));
            return insert.executeUpdate();
          }
        });
    return in;
  }

  private void pass(Duration time) {
    test.clock.advance(time);
  }

  private void expect(Leftover... kinds) {
    Map<Leftover, Long> counted = leftovers.count();
    assertThat(leftovers.delete()).isEqualTo(counted);
    assertThat(counted.entrySet())
        .filteredOn(one -> one.getValue() > 0)
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(kinds);
  }
}
