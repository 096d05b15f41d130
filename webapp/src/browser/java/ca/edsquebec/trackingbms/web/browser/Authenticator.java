package ca.edsquebec.trackingbms.web.browser;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a person's telephone does: codes by RFC 6238, from the key as the page shows it. */
final class Authenticator {

  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private final byte[] key;
  private long used = Long.MIN_VALUE;

  /**
   * @param shown in base32, in groups
   */
  Authenticator(String shown) {
    String text = shown.replaceAll("\\s", "");
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(text.charAt(i))));
    }
    int length = text.length() * 5 / 8;
    byte[] bytes = number.shiftRight(text.length() * 5 - length * 8).toByteArray();
    key = new byte[length];
    int copied = Math.min(length, bytes.length);
    System.arraycopy(bytes, bytes.length - copied, key, length - copied, copied);
  }

  /** A code that was not given before; at most two within 30 s, for a portal takes each once. */
  String code() {
    long now = Math.floorDiv(Instant.now().getEpochSecond(), STEP_SECONDS);
    // The portal takes the next one too: nobody has to wait for it.
    used = Math.max(now, used + 1);
    return code(used);
  }

  private String code(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      String digits = Integer.toString(number);
      return "0".repeat(Math.max(0, DIGITS - digits.length()))
          + digits.substring(Math.max(0, digits.length() - DIGITS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }
}
