package ca.edsquebec.trackingbms.secret;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Secrets as texts that a database may hold: {@code v1.<key id>.<base64url>}, encrypted with
 * AES-256-GCM and a nonce of their own, good only where they belong. Safe for any number of
 * threads; opens the registry when it does not know a key yet, so to be called outside of any unit
 * of work where nothing else is said.
 */
public final class SecretBox {

  private static final String VERSION = "v1";

  private final KeyRing keys;

  public SecretBox(KeyRing keys) {
    this.keys = keys;
  }

  public String seal(Binding where, String plain) {
    return seal(keys.current(Purpose.SECRETS), where, plain);
  }

  /** As {@link #seal(Binding, String)}, within a transaction on the registry. */
  public String seal(EntityManager registryTransaction, Binding where, String plain) {
    return seal(keys.current(registryTransaction, Purpose.SECRETS), where, plain);
  }

  /**
   * As {@link #seal(Binding, String)}, within a unit of work on a client's database. The program
   * must {@link KeyRing#refresh} at least each minute.
   */
  public String sealWithin(Binding where, String plain) {
    return seal(keys.known(Purpose.SECRETS), where, plain);
  }

  private static String seal(SecretKey key, Binding where, String plain) {
    byte[] sealed = Sealed.seal(key.bytes(), where.bytes(), plain.getBytes(StandardCharsets.UTF_8));
    return beginning(key.id()) + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * @throws SecretException when it was altered, belongs elsewhere, or its key is not there any
   *     more
   */
  public String open(Binding where, String sealed) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(VERSION)) {
      throw new SecretException(where.field() + " holds nothing that was sealed");
    }
    SecretKey key =
        keys.find(Purpose.SECRETS, parts[1])
            .orElseThrow(
                () -> new SecretException(where.field() + " was sealed by a key that is gone"));
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(parts[2]);
      return new String(Sealed.open(key.bytes(), where.bytes(), bytes), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new SecretException(where.field() + " is damaged, or belongs elsewhere", e);
    }
  }

  /** How everything begins that the key of that id sealed. */
  static String beginning(String keyId) {
    return VERSION + "." + keyId + ".";
  }

  /** The id of the key that sealed it; what {@code keys rotate} goes by. */
  public static String keyId(String sealed) {
    String[] parts = sealed.split("\\.", -1);
    return parts.length == 3 ? parts[1] : "";
  }
}
