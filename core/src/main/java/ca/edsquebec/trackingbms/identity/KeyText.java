package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.RandomText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an API key, {@code tbms_<id>_<secret>}.
 *
 * @param id 12 base32 characters, public
 * @param secret 256 random bits in base64url, which may hold {@code _} and {@code -}
 */
record KeyText(String id, String secret) {

  private static final Pattern FORM = Pattern.compile("tbms_([a-z2-7]{12})_([A-Za-z0-9_-]{43})");

  static KeyText random() {
    return new KeyText(
        RandomText.base32(12),
        Base64.getUrlEncoder().withoutPadding().encodeToString(RandomText.bytes(32)));
  }

  /** Empty when it is no such text. */
  static Optional<KeyText> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new KeyText(form.group(1), form.group(2)))
        : Optional.empty();
  }

  String text() {
    return "tbms_" + id + "_" + secret;
  }

  /** The secret has 256 random bits: a plain digest can't be searched. */
  byte[] secretHash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "key:" + id;
  }
}
