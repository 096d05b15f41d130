package ca.edsquebec.trackingbms.jobs.console;

import ca.edsquebec.trackingbms.identity.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few words: an enum's names in lower case, with hyphens. */
public final class Choice<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;
  private final Function<E, String> word;

  public Choice(Class<E> type) {
    this(type, Choice::word);
  }

  private Choice(Class<E> type, Function<E, String> word) {
    this.type = type;
    this.word = word;
  }

  /** Within a client's command {@code admin} is enough. */
  public static Choice<Role> ofRole() {
    return new Choice<>(Role.class, role -> word(role).replace("client-", ""));
  }

  /** As the API writes it, too. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> word.apply(value).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'%s' is none of %s".formatted(text, words())));
  }

  String words() {
    return Arrays.stream(type.getEnumConstants()).map(word).collect(Collectors.joining(", "));
  }
}
