package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/**
 * Argon2id. At most two hashes are made at once, since each takes 19 MiB; whoever waits 10 s for
 * its turn gets an {@link UnavailableException}. Safe for any number of threads.
 */
public final class PasswordHash {

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final PhcText.Cost USUAL = new PhcText.Cost(19 * 1024, 2, 1);

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final PhcText.Cost cost;
  private final PhcText nobody;

  public PasswordHash() {
    this(USUAL);
  }

  PasswordHash(PhcText.Cost cost) {
    this.cost = cost;
    this.nobody = new PhcText(cost, RandomText.bytes(SALT_BYTES), RandomText.bytes(HASH_BYTES));
  }

  /** A text to store that no password fits. */
  static String nothing() {
    return new PhcText(USUAL, RandomText.bytes(SALT_BYTES), RandomText.bytes(HASH_BYTES))
        .toString();
  }

  /** The text to store, in PHC form, with a salt of its own. */
  public String hash(String password) {
    byte[] salt = RandomText.bytes(SALT_BYTES);
    return new PhcText(cost, salt, argon2id(password, cost, salt, HASH_BYTES)).toString();
  }

  /**
   * @param stored the text of {@link #hash}; when empty there is no such account, which takes as
   *     long to find out
   */
  boolean verify(String password, Optional<String> stored) {
    PhcText expected = stored.map(PhcText::parse).orElse(nobody);
    byte[] actual = argon2id(password, expected.cost(), expected.salt(), expected.hash().length);
    return MessageDigest.isEqual(actual, expected.hash()) && stored.isPresent();
  }

  /** True when the text was made with another cost than today's. */
  boolean needsRehash(String stored) {
    return !PhcText.parse(stored).cost().equals(cost);
  }

  private byte[] argon2id(String password, PhcText.Cost with, byte[] salt, int length) {
    awaitTurn();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(with.parameters(salt));
      byte[] hash = new byte[length];
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
      return hash;
    } finally {
      turns.release();
    }
  }

  private void awaitTurn() {
    try {
      if (turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new UnavailableException("too many sign-ins at once", PATIENCE, null);
  }
}
