package ca.edsquebec.trackingbms.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxIT {

  private final Post post = new Post();
  private final List<Optional<TenantId>> told = new ArrayList<>();

  @BeforeEach
  void listen() {
    post.outbox.whenQueued(told::add);
  }

  @AfterEach
  void stop() {
    post.close();
  }

  @Test
  void queuesInTheTransactionOfTheCaller() {
    assertThatThrownBy(
            () ->
                post.databases
                    .registry()
                    .write(
                        em -> {
                          post.outbox.queue(em, Post.trial("anne@example.ca"));
                          em.flush();
                          throw new IllegalArgumentException("no");
                        }))
        .hasMessage("no");
    assertThat(post.column("uid")).isEmpty();
    assertThat(told).isEmpty();
    post.queue("anne@example.ca");
    assertThat(post.column("recipient")).containsExactly("anne@example.ca");
    assertThat(post.column("state")).containsExactly("WAITING");
  }

  @Test
  void keepsEachClientsMessagesInItsOwnDatabase() {
    post.queueOf("acme", "luc@example.ca");
    assertThat(post.columnOf("acme", "recipient")).containsExactly("luc@example.ca");
    assertThat(post.columnOf("boreal", "recipient")).isEmpty();
    assertThat(post.column("recipient")).isEmpty();
  }

  @Test
  void tellsAfterTheCommitWhereSomethingIs() {
    post.databases
        .registry()
        .write(
            em -> {
              post.outbox.queue(em, Post.trial("anne@example.ca"));
              em.flush();
              assertThat(told).isEmpty();
              return null;
            });
    assertThat(told).containsExactly(Optional.empty());
    post.queueOf("acme", "luc@example.ca");
    assertThat(told).last().isEqualTo(Optional.of(post.installation.tenant("acme")));
  }

  @Test
  void sealsWhatAMessageSays() {
    post.queue(new Mail("anne@example.ca", Locale.CANADA, "trial", Map.of("by", "a-secret-link")));
    assertThat(post.column("content"))
        .singleElement()
        .asString()
        .startsWith("v1.")
        .doesNotContain("secret");
  }

  @Test
  void queuesForAClientLongAfterTheKeysWereRead() {
    post.clock.advance(Duration.ofMinutes(2));
    post.queueOf("acme", "luc@example.ca");
    assertThat(post.columnOf("acme", "state")).containsExactly("WAITING");
  }

  @Test
  void sealsForAClientWithNoKeyThatMayBeGone() {
    post.clock.advance(Duration.ofMinutes(6));
    assertThatThrownBy(() -> post.queueOf("acme", "luc@example.ca"))
        .isInstanceOf(UnavailableException.class);
    post.keys.refresh();
    post.queueOf("acme", "luc@example.ca");
    assertThat(post.columnOf("acme", "state")).containsExactly("WAITING");
  }

  @Test
  void refusesATemplateOrAValueThatIsMissing() {
    assertThatThrownBy(() -> post.queue(mail("nothing", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing.subject");
    assertThatThrownBy(() -> post.queue(mail("trial", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{by}");
    assertThat(post.column("uid")).isEmpty();
  }

  @Test
  void refusesAnAddressThatWouldAddARecipientOrAHeader() {
    for (String address :
        List.of(
            "a@example.ca,b@example.ca",
            "a@example.ca\r\nBcc: b@example.ca",
            "Anne <a@example.ca>",
            "a@b@example.ca",
            "a b@example.ca",
            "a@example.ca\u2028b",
            "nobody")) {
      assertThatThrownBy(() -> Post.trial(address)).isInstanceOf(InvalidException.class);
    }
  }

  @Test
  void showsNoLinkWhereAMailIsLogged() {
    assertThat(mail("trial", Map.of("by", "token"))).asString().doesNotContain("token");
  }

  private static Mail mail(String template, Map<String, String> values) {
    return new Mail("anne@example.ca", Locale.CANADA_FRENCH, template, values);
  }
}
