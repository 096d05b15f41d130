package ca.edsquebec.trackingbms.maintenance.health;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each finding that a check may give has a text in both languages, and no text is left over. */
class HealthTextsTest {

  private static final Path CORE = TestDatabase.projectRoot().resolve("core/src/main");
  private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("return \"([a-z-]+)\";");
  private static final Pattern CAUSE =
      Pattern.compile(
          "(?:Status\\.\\w+|status|worst|name\\(\\)|[\\w.() ]+\\? Status\\.FAIL : Status\\.WARN),"
              + "\\s*\"([a-z-]+)\"");

  private final Properties french = read("health.properties");
  private final Properties english = read("health_en.properties");

  @Test
  void hasTheSameKeysAndPlacesInBothLanguages() {
    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(french.stringPropertyNames());
    for (String key : french.stringPropertyNames()) {
      assertThat(places(english, key)).as(key).isEqualTo(places(french, key));
    }
  }

  @Test
  void hasATextForEachFindingAndNoOther() throws IOException {
    Set<String> asked = new TreeSet<>(Set.of("more", "any.error"));
    try (Stream<Path> files =
        Files.list(CORE.resolve("java/ca/edsquebec/trackingbms/maintenance/health"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("Check.java")).toList()) {
        String source = Files.readString(file);
        Matcher name = NAME.matcher(source);
        if (name.find()) {
          asked.add(name.group(1) + ".name");
          CAUSE
              .matcher(source)
              .results()
              .forEach(cause -> asked.add(name.group(1) + "." + cause.group(1)));
        }
      }
    }
    Set<String> there =
        french.stringPropertyNames().stream()
            .filter(key -> !key.endsWith(".do"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(there).isEqualTo(asked);
  }

  @Test
  void saysWhatToDoAboutAllThatIsBad() {
    HealthTexts texts = new HealthTexts(Locale.CANADA_FRENCH);
    Finding low =
        Finding.of("disk", Status.WARN, "low", Measure.of(1.25e9, 5e10, Measure.Unit.BYTES))
            .with("/home/eds");
    assertThat(texts.title(low))
        .isEqualTo("Espace disque\u00a0: 1,3\u00a0Go libres sur 50,0\u00a0Go (/home/eds).");
    assertThat(texts.toDo(low)).contains("tbms job run cleanup");
    assertThat(new HealthTexts(Locale.CANADA).title(low.about("backup")))
        .isEqualTo("Disk space (backup): 1.3\u00a0GB free of 50.0\u00a0GB (/home/eds).");
  }

  @Test
  void putsInWhatADatabaseSaidAsItIs() {
    Finding away =
        Finding.of("clients", Status.FAIL, "away", Measure.NONE)
            .about("acme")
            .with("Unknown database {value} $1 <b>");
    assertThat(new HealthTexts(Locale.CANADA).told(away))
        .isEqualTo("The database does not answer: Unknown database {value} $1 <b>");
  }

  private static Set<String> places(Properties texts, String key) {
    return PLACE
        .matcher(texts.getProperty(key))
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(CORE.resolve("resources").resolve(name))) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
