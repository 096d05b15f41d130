package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads what stands in the query of an address. */
final class Parameters {

  private Parameters() {}

  /**
   * @throws InvalidException when it is not a whole number of at most 9 digits
   */
  static int number(String name, String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new InvalidException(name, "%s is \"%s\", not a whole number".formatted(name, text));
    }
    return Integer.parseInt(text);
  }

  /**
   * @throws InvalidException telling what is allowed
   */
  static <E extends Enum<E>> E choice(String name, Class<E> kind, String text) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(e -> jsonName(e).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidException(
                    name,
                    "%s is \"%s\"; allowed: %s"
                        .formatted(
                            name,
                            text,
                            Arrays.stream(kind.getEnumConstants())
                                .map(Parameters::jsonName)
                                .collect(Collectors.joining(", ")))));
  }

  /** Lower case with hyphens, as in JSON and addresses. */
  static String jsonName(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
