package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private static final PhcText.Cost CHEAP = new PhcText.Cost(64, 1, 1);

  private final PasswordHash passwords = new PasswordHash(CHEAP);

  @Test
  void recognisesThePasswordAndNoOther() {
    String stored = passwords.hash("Été à Lévis 2026");
    assertThat(passwords.verify("Été à Lévis 2026", Optional.of(stored))).isTrue();
    assertThat(passwords.verify("été à lévis 2026", Optional.of(stored))).isFalse();
    assertThat(passwords.verify("", Optional.of(stored))).isFalse();
  }

  @Test
  void agreesWithTheReferenceImplementation() {
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(passwords.verify("password", Optional.of(reference))).isTrue();
    assertThat(passwords.verify("differentpassword", Optional.of(reference))).isFalse();
  }

  @Test
  void storesTodaysCostInPhcForm() {
    assertThat(new PasswordHash().hash("x"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
        .matches("\\$argon2id\\$v=19\\$[^$]+\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void saltsEachHash() {
    assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
  }

  @Test
  void wantsAnotherHashWhenTheCostHasChanged() {
    String stored = passwords.hash("x");
    assertThat(passwords.needsRehash(stored)).isFalse();
    assertThat(new PasswordHash().needsRehash(stored)).isTrue();
  }

  @Test
  void refusesAStoredTextThatIsNoHashWithoutShowingIt() {
    assertThatThrownBy(() -> passwords.verify("x", Optional.of("plain-secret")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("plain-secret");
  }

  /** Told by the memory that it fills, which a busy machine doesn't change as it does the time. */
  @Test
  void doesAsMuchForAnUnknownAccount() {
    PasswordHash costly = new PasswordHash(new PhcText.Cost(8 * 1024, 2, 1));
    Optional<String> stored = Optional.of(costly.hash("right"));
    long known = allocated(() -> assertThat(costly.verify("wrong", stored)).isFalse());
    long unknown = allocated(() -> assertThat(costly.verify("wrong", Optional.empty())).isFalse());
    assertThat(known).isGreaterThan(8 * 1024 * 1024);
    assertThat((double) unknown / known).isBetween(0.9, 1.1);
  }

  private static long allocated(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
