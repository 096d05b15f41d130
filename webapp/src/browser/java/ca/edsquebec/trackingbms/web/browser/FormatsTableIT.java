package ca.edsquebec.trackingbms.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.FormatExample;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The browser's formatter passes the examples that the server's has passed. */
@ExtendWith(BrowserExtension.class)
class FormatsTableIT {

  private static final String SHOW_ALL =
      """
      async ({ source, locale, examples }) => {
        const { formats } = await import('data:text/javascript;charset=utf-8,' + encodeURIComponent(source));
        const argument = (text) =>
          text === 'absent' ? null
          : /^\\d{4}-/.test(text) ? Date.parse(text)
          : text === 'NaN' || !isNaN(text) ? Number(text)
          : text;
        return examples.map(({ method, part, zone, arguments }) => {
          const result = formats(locale, zone)[method](...arguments.map(argument));
          return part ? result[part] : String(result);
        });
      }
      """;

  @Test
  void showsInFrench(Tabs tabs) throws IOException {
    compare(tabs, "fr-CA", FormatExample::french);
  }

  @Test
  void showsInEnglish(Tabs tabs) throws IOException {
    compare(tabs, "en-CA", FormatExample::english);
  }

  private static void compare(Tabs tabs, String locale, Function<FormatExample, String> expected)
      throws IOException {
    Path file =
        TestDatabase.projectRoot().resolve("webapp/target/trackingbms/static/app/format.js");
    List<FormatExample> examples = FormatExample.all();
    Object shown =
        tabs.blank()
            .page()
            .evaluate(
                SHOW_ALL,
                Map.of(
                    "source", Files.readString(file),
                    "locale", locale,
                    "examples", examples.stream().map(FormatsTableIT::told).toList()));
    List<?> results = (List<?>) shown;
    assertThat(results).hasSameSizeAs(examples);
    for (int i = 0; i < examples.size(); i++) {
      assertThat(results.get(i))
          .as("%s in %s", examples.get(i), locale)
          .isEqualTo(expected.apply(examples.get(i)));
    }
  }

  private static Map<String, Object> told(FormatExample example) {
    return Map.of(
        "method", example.method(),
        "part", example.part(),
        "zone", example.zone(),
        "arguments", example.arguments());
  }
}
