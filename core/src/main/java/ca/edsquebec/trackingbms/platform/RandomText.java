package ca.edsquebec.trackingbms.platform;

import java.security.SecureRandom;

/** Unguessable texts. Safe for any number of threads. */
public final class RandomText {

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /** Without what people mix up when they copy from paper: 0 O o, 1 l I. */
  private static final String READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** Lower-case base32 characters, 5 random bits each: for ids that stand in addresses. */
  public static String base32(int length) {
    return of(BASE32, length);
  }

  /** Letters and digits that read unambiguously, more than 5 random bits each: for passwords. */
  public static String readable(int length) {
    return of(READABLE, length);
  }

  public static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String of(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
