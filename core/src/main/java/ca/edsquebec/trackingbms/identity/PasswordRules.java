package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.InvalidException;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a new password must be: long, and not among those that guessing begins with. No kinds of
 * characters are demanded; all of Unicode is taken. Safe for any number of threads.
 */
public final class PasswordRules {

  public static final int MIN_LENGTH = 12;
  public static final int MAX_LENGTH = 128;

  /** Judging takes ever longer with the length; what is good here is not made bad by more. */
  private static final int JUDGED_LENGTH = 48;

  /** As a power of ten: guesses that somebody needs who knows how people choose. */
  private static final double MIN_GUESSES_LOG10 = 9;

  private static final List<String> PRODUCT =
      List.of("trackingbms", "tracking", "batterie", "battery", "edsquebec", "eds québec");

  private static final Zxcvbn JUDGE = new Zxcvbn();

  private PasswordRules() {}

  /**
   * @param own what others know of the person: address, name
   * @return empty when it is good
   */
  public static Optional<PasswordFault> fault(String password, String... own) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH) {
      return Optional.of(PasswordFault.SHORT);
    }
    if (length > MAX_LENGTH) {
      return Optional.of(PasswordFault.LONG);
    }
    List<String> words = new ArrayList<>(PRODUCT);
    for (String text : own) {
      words.add(text.toLowerCase(Locale.ROOT));
      words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    }
    words.removeIf(word -> word.length() < 3);
    if (words.contains(password.toLowerCase(Locale.ROOT))) {
      return Optional.of(PasswordFault.OWN);
    }
    String judged = password.substring(0, Math.min(password.length(), JUDGED_LENGTH));
    return JUDGE.measure(judged, words).getGuessesLog10() < MIN_GUESSES_LOG10
        ? Optional.of(PasswordFault.COMMON)
        : Optional.empty();
  }

  static void require(String password, String... own) {
    Optional<PasswordFault> fault = fault(password, own);
    if (fault.isPresent()) {
      throw new InvalidException(
          "password",
          switch (fault.get()) {
            case SHORT -> "a password has at least " + MIN_LENGTH + " characters";
            case LONG -> "a password has at most " + MAX_LENGTH + " characters";
            case COMMON -> "this password is among those that are guessed first";
            case OWN -> "a password is neither an address nor a name";
          });
    }
  }
}
