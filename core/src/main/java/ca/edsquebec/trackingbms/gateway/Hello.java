package ca.edsquebec.trackingbms.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a gateway says of itself with a request.
 *
 * @param code what it calls itself
 * @param version product and version; empty when it does not tell
 * @param backlog records still to be sent
 * @param sentAt its clock, epoch milliseconds
 */
public record Hello(String code, String version, OptionalLong backlog, OptionalLong sentAt) {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final Pattern VERSION = Pattern.compile("[\\x21-\\x7E]{1,60}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
  private static final long MAX_BACKLOG = 1_000_000_000_000L;
  private static final long MAX_MILLIS = 100_000_000_000_000L;
  private static final int QUOTED = 40;

  /**
   * What could be read.
   *
   * @param hello empty when it does not name itself, or not so that it can be used
   * @param faults what could not be used, in English, without control characters
   */
  public record Read(Optional<Hello> hello, List<String> faults) {}

  /** Whether something can call itself so. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** Checks what was sent; null for what was not. What can't be used is as if it were not sent. */
  public static Read read(String code, String version, String backlog, String sentAt) {
    if (code == null) {
      return new Read(Optional.empty(), List.of());
    }
    List<String> faults = new ArrayList<>();
    if (!isCode(code)) {
      faults.add("X-TBMS-Gateway" + shown(code) + " is not 1 to 40 letters, digits, . _ and -");
      return new Read(Optional.empty(), faults);
    }
    Hello hello =
        new Hello(
            code,
            version(version, faults::add),
            number("X-TBMS-Backlog", backlog, MAX_BACKLOG, faults::add),
            number("X-TBMS-Sent-At", sentAt, MAX_MILLIS, faults::add));
    return new Read(Optional.of(hello), faults);
  }

  private static String version(String sent, Consumer<String> fault) {
    if (sent == null || VERSION.matcher(sent).matches()) {
      return sent == null ? "" : sent;
    }
    fault.accept("X-TBMS-Gateway-Version" + shown(sent) + " is not 1 to 60 visible characters");
    return "";
  }

  private static OptionalLong number(
      String header, String sent, long most, Consumer<String> fault) {
    if (sent == null) {
      return OptionalLong.empty();
    }
    if (NUMBER.matcher(sent).matches() && Long.parseLong(sent) <= most) {
      return OptionalLong.of(Long.parseLong(sent));
    }
    fault.accept("%s%s is not a whole number, 0 to %d".formatted(header, shown(sent), most));
    return OptionalLong.empty();
  }

  private static String shown(String sent) {
    String plain = sent.replaceAll("[^\\x20-\\x7E]", "?");
    return " \"" + (plain.length() > QUOTED ? plain.substring(0, QUOTED) + "..." : plain) + "\"";
  }
}
