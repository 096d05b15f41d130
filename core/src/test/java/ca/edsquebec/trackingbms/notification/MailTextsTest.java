package ca.edsquebec.trackingbms.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both languages say the same, and every template is whole. */
class MailTextsTest {

  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]+]\\(([^)]*)\\)");

  private final Properties french = read("mails.properties");
  private final Properties english = read("mails_en.properties");

  @Test
  void hasTheSameKeysAndPlacesInBothLanguages() {
    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(french.stringPropertyNames());
    for (String key : french.stringPropertyNames()) {
      assertThat(places(english, key)).as(key).isEqualTo(places(french, key));
    }
  }

  @Test
  void hasASubjectOfOneLineAndATextForEachTemplate() {
    for (String key : french.stringPropertyNames()) {
      if (key.endsWith(".text")) {
        String subject = key.replaceAll("text$", "subject");
        assertThat(french.getProperty(subject)).as(subject).isNotBlank().doesNotContain("\n");
        assertThat(english.getProperty(subject)).as(subject).isNotBlank().doesNotContain("\n");
      }
    }
  }

  @Test
  void linksToNothingButThePortal() {
    for (Properties texts : new Properties[] {french, english}) {
      for (String key : texts.stringPropertyNames()) {
        assertThat(LINK.matcher(texts.getProperty(key)).results().map(link -> link.group(1)))
            .as(key)
            .allMatch(address -> address.startsWith("{portal}"));
      }
    }
  }

  private static Set<String> places(Properties texts, String key) {
    return PLACE
        .matcher(texts.getProperty(key))
        .results()
        .map(place -> place.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (Reader in =
        Files.newBufferedReader(
            TestDatabase.projectRoot().resolve("core/src/main/resources").resolve(name))) {
      properties.load(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return properties;
  }
}
