package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address in the one form under which an account is known. */
record Email(String text) {

  private static final int MAX_LENGTH = 254;
  private static final Pattern FORM =
      Pattern.compile("[^\\s\\p{Cntrl}@\"<>(),:;]{1,64}@[a-z0-9.-]+\\.[a-z0-9-]{2,63}");

  /** Empty when no account could have it. */
  static Optional<Email> of(String text) {
    String normal = text.strip().toLowerCase(Locale.ROOT);
    return normal.length() <= MAX_LENGTH && FORM.matcher(normal).matches() && !Erased.is(normal)
        ? Optional.of(new Email(normal))
        : Optional.empty();
  }

  static Email required(String text) {
    return of(text)
        .orElseThrow(
            () ->
                new InvalidException(
                    "email",
                    "\"%s\" is not an e-mail address such as anne@example.ca".formatted(text)));
  }

  /** The same for all addresses that differ only in what follows a plus sign: one mailbox. */
  String mailbox() {
    int at = text.lastIndexOf('@');
    int plus = text.indexOf('+');
    return plus > 0 && plus < at ? text.substring(0, plus) + text.substring(at) : text;
  }
}
