package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.FormatExample;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code formats.tsv}; the browser's formatter has the same to pass. */
class FormatsTest {

  static Stream<FormatExample> examples() {
    return FormatExample.all().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void showsInFrench(FormatExample example) throws ReflectiveOperationException {
    assertThat(shown(example, Locale.CANADA_FRENCH)).isEqualTo(example.french());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void showsInEnglish(FormatExample example) throws ReflectiveOperationException {
    assertThat(shown(example, Locale.CANADA)).isEqualTo(example.english());
  }

  @Test
  void everyMethodHasAnExample() {
    assertThat(examples().map(FormatExample::method).collect(Collectors.toSet()))
        .isEqualTo(methods().map(Method::getName).collect(Collectors.toSet()));
  }

  @Test
  void takesAMomentBeforeTheEpochForAbsent() {
    Formats formats = new Formats(Locale.CANADA_FRENCH, ZoneId.of("America/Toronto"));
    assertThat(formats.clock(-1L)).isEqualTo("—");
    assertThat(formats.age(-1L, 0L)).isEqualTo("jamais");
  }

  private static String shown(FormatExample example, Locale locale)
      throws ReflectiveOperationException {
    Method method =
        methods().filter(m -> m.getName().equals(example.method())).findFirst().orElseThrow();
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(example.arguments().get(i), method.getParameterTypes()[i]);
    }
    Object result = method.invoke(new Formats(locale, ZoneId.of(example.zone())), arguments);
    return switch (example.part()) {
      case "value" -> ((Quantity) result).value();
      case "unit" -> ((Quantity) result).unit();
      default -> result.toString();
    };
  }

  private static Object argument(String text, Class<?> type) {
    if (text.equals("absent")) {
      return null;
    }
    if (type == Long.class) {
      return Instant.parse(text).toEpochMilli();
    }
    if (type == int.class) {
      return Integer.valueOf(text);
    }
    return type == Number.class ? (Object) Double.valueOf(text) : text;
  }

  private static Stream<Method> methods() {
    return Arrays.stream(Formats.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()));
  }
}
