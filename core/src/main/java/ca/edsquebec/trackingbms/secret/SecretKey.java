package ca.edsquebec.trackingbms.secret;

import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A data key: 256 random bits and the public name they go by. Never in a log: its text is its id.
 */
public final class SecretKey {

  private final String id;
  private final byte[] bytes;

  SecretKey(String id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes.clone();
  }

  /** What stands beside the things that this key protects. */
  public String id() {
    return id;
  }

  /** 32 bytes; a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The HMAC-SHA-256 of a message, 32 bytes. */
  public byte[] mac(byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretKey key && key.id.equals(id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id);
  }

  @Override
  public String toString() {
    return "key " + id;
  }
}
