package ca.edsquebec.trackingbms;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A test that docs/threat-model.md names exists: what is not tested must not look as if it were.
 */
class ThreatModelTest {

  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Path root = TestDatabase.projectRoot();
    Set<String> named =
        NAMED
            .matcher(Files.readString(root.resolve("docs/threat-model.md")))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(tests(root)).containsAll(named);
  }

  private static Set<String> tests(Path root) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String folder :
        new String[] {
          "core/src/test", "batch-jobs/src/test", "webapp/src/test", "webapp/src/browser"
        }) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".java"))
            .forEach(name -> found.add(name.replace(".java", "")));
      }
    }
    return found;
  }
}
