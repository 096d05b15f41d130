package ca.edsquebec.trackingbms.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes as RFC 6238 has them: HMAC-SHA-1, steps of 30 s, 6 digits; keys in base32. */
final class Totp {

  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private Totp() {}

  /** The number of the 30 s in which that time lies. */
  static long step(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
  }

  static String code(byte[] key, long step) {
    return String.format(Locale.ROOT, "%06d", truncated(key, step) % MODULUS);
  }

  /** RFC 4226 5.3: 31 bits, from where the last four bits of the HMAC say. */
  static int truncated(byte[] key, long step) {
    byte[] hash = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    return ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
  }

  /**
   * Which step that code is of: the one of now, or one beside it for clocks that go wrong.
   *
   * @param after steps up to this one are used up
   */
  static OptionalLong match(byte[] key, String code, Instant now, long after) {
    OptionalLong found = OptionalLong.empty();
    for (long step = step(now) - 1; step <= step(now) + 1; step++) {
      // All three are looked at, so that the time it takes says nothing.
      boolean same =
          MessageDigest.isEqual(
              code(key, step).getBytes(StandardCharsets.US_ASCII),
              code.getBytes(StandardCharsets.US_ASCII));
      if (same && step > after) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /**
   * @param text lower-case base32, whole bytes, without padding
   */
  static byte[] key(String text) {
    ByteBuffer out = ByteBuffer.allocate(text.length() * 5 / 8);
    int bits = 0;
    int held = 0;
    for (int i = 0; i < text.length(); i++) {
      bits = bits << 5 | BASE32.indexOf(text.charAt(i));
      held += 5;
      if (held >= 8) {
        held -= 8;
        out.put((byte) (bits >> held));
      }
    }
    return out.array();
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }
}
