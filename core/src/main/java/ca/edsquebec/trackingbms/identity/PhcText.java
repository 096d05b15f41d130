package ca.edsquebec.trackingbms.identity;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A stored password hash in the PHC string format, {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record PhcText(Cost cost, byte[] salt, byte[] hash) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /**
   * @param memoryKib memory, in KiB
   * @param passes over that memory
   * @param lanes parallel lanes
   */
  record Cost(int memoryKib, int passes, int lanes) {

    Argon2Parameters parameters(byte[] salt) {
      return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
          .withVersion(Argon2Parameters.ARGON2_VERSION_13)
          .withMemoryAsKB(memoryKib)
          .withIterations(passes)
          .withParallelism(lanes)
          .withSalt(salt)
          .build();
    }
  }

  static PhcText parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalStateException("a stored password hash is not in the form of Argon2id");
    }
    Cost cost =
        new Cost(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)));
    Base64.Decoder base64 = Base64.getDecoder();
    return new PhcText(cost, base64.decode(form.group(4)), base64.decode(form.group(5)));
  }

  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.passes(),
            cost.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }
}
