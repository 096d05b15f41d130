package ca.edsquebec.trackingbms.jobs.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few words: an enum's names in lower case, with hyphens. */
public final class Choice<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;

  public Choice(Class<E> type) {
    this.type = type;
  }

  /** As the API writes it, too. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> word(value).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'%s' is none of %s".formatted(text, words())));
  }

  String words() {
    return Arrays.stream(type.getEnumConstants())
        .map(Choice::word)
        .collect(Collectors.joining(", "));
  }
}
