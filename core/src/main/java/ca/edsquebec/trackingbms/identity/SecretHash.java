package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.RandomText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets of 256 random bits, and what is stored of them. */
final class SecretHash {

  private static final int BYTES = 32;

  private SecretHash() {}

  /** A new secret, in characters that may stand in cookies and addresses. */
  static String random() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomText.bytes(BYTES));
  }

  /** The SHA-256 of a text, in 64 hexadecimal digits. */
  static String of(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
