package ca.edsquebec.trackingbms.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecretBoxIT {

  private static final SettableClock CLOCK = SettableClock.atPresent();
  private static final byte[] MASTER = new byte[32];
  private static final Binding SEED = new Binding("", "totp", "12");

  private static TestInstallation installation;
  private static RegistryDatabase registry;

  private final KeyRing keys = new KeyRing(registry, MASTER, CLOCK);
  private final SecretBox box = new SecretBox(keys);

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    registry = installation.databases().registry();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void opensWhatItSealedAndShowsNothingOfIt() {
    String sealed = box.seal(SEED, "mot de passe d’été");
    assertThat(box.open(SEED, sealed)).isEqualTo("mot de passe d’été");
    assertThat(sealed).doesNotContain("passe").startsWith("v1." + SecretBox.keyId(sealed) + ".");
  }

  @Test
  void sealsTheSameTextEachTimeDifferently() {
    assertThat(box.seal(SEED, "x")).isNotEqualTo(box.seal(SEED, "x"));
  }

  @Test
  void refusesASecretThatWasMovedElsewhere() {
    String sealed = box.seal(new Binding("acme", "connector", "7"), "secret");
    for (Binding other :
        List.of(
            new Binding("boreal", "connector", "7"),
            new Binding("acme", "webhook", "7"),
            new Binding("acme", "connector", "8"),
            new Binding("acmec", "onnector", "7"))) {
      assertThatThrownBy(() -> box.open(other, sealed)).isInstanceOf(SecretException.class);
    }
  }

  @Test
  void refusesWhatWasAlteredAnywhere() {
    String sealed = box.seal(SEED, "secret");
    int start = sealed.lastIndexOf('.') + 1;
    for (int i = start; i < sealed.length() - 1; i++) {
      char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
      String altered = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertThatThrownBy(() -> box.open(SEED, altered)).isInstanceOf(SecretException.class);
    }
    for (String garbage : List.of("", "v1", "v1..", sealed.substring(0, start), "v2" + sealed)) {
      assertThatThrownBy(() -> box.open(SEED, garbage)).isInstanceOf(SecretException.class);
    }
  }

  @Test
  void anotherProgramWithTheSameMasterKeyOpensIt() {
    String sealed = box.seal(SEED, "secret");
    SecretBox other = new SecretBox(new KeyRing(registry, MASTER, CLOCK));
    assertThat(other.open(SEED, sealed)).isEqualTo("secret");
  }

  @Test
  void aWrongMasterKeyIsToldAsSuch() {
    String sealed = box.seal(SEED, "secret");
    byte[] wrong = new byte[32];
    wrong[0] = 1;
    SecretBox other = new SecretBox(new KeyRing(registry, wrong, CLOCK));
    assertThatThrownBy(() -> other.open(SEED, sealed))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("TBMS_MASTER_KEY is not the one");
  }

  @Test
  void programsThatStartAtOnceOpenEachOthersSecrets() throws Exception {
    try (TestInstallation fresh = new TestInstallation()) {
      List<SecretBox> boxes =
          IntStream.range(0, 4)
              .mapToObj(
                  i -> new SecretBox(new KeyRing(fresh.databases().registry(), MASTER, CLOCK)))
              .toList();
      List<String> sealed =
          atOnce(boxes.stream().map(b -> (Callable<String>) () -> b.seal(SEED, "s")).toList());
      CLOCK.advance(KeyRing.FRESH);
      for (SecretBox reader : boxes) {
        assertThat(sealed).allSatisfy(text -> assertThat(reader.open(SEED, text)).isEqualTo("s"));
      }
    }
  }

  @Test
  void keysOfOnePurposeAreTakenForNoOther() {
    SecretKey token = keys.current(Purpose.TOKENS);
    assertThat(keys.find(Purpose.TOKENS, token.id())).contains(token);
    assertThat(keys.find(Purpose.AUDIT, token.id())).isEmpty();
    assertThat(token.toString()).isEqualTo("key " + token.id());
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
