package ca.edsquebec.trackingbms.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every job's XML, and that there is one for each routine and a routine for each. */
class JobXmlTest {

  private static final Path FOLDER = Path.of("src/main/resources/META-INF/batch-jobs");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void thereIsOneForEachRoutineAndNoOther() throws IOException {
    assertThat(files().stream().map(JobXmlTest::name))
        .containsExactlyElementsOf(Routines.installed().stream().map(Routine::name).toList());
  }

  @Test
  void aRoutineHasANameForFilesAndTablesAndAPurposeThatIsASentence() {
    assertThat(Routines.installed())
        .allSatisfy(
            routine -> {
              assertThat(routine.name()).matches("[a-z][a-z-]{1,39}");
              assertThat(routine.purpose()).matches("[A-Z].*\\.");
            });
  }

  @ParameterizedTest
  @MethodSource("files")
  void bearsTheNameOfItsFileAndRefersToWhatIsThere(Path file) throws Exception {
    Document document = parsed(file);
    assertThat(document.getDocumentElement().getAttribute("id")).isEqualTo(name(file));
    assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
    List<String> refs = attributes(document, "ref");
    assertThat(refs).isNotEmpty();
    for (String ref : refs) {
      Class<?> artifact = Class.forName(ref);
      assertThat(artifact.getDeclaredConstructors()).as(ref).hasSize(1);
      assertThat(artifact.getDeclaredConstructors()[0].getParameterTypes())
          .as("what Artifacts gives to " + ref)
          .satisfiesAnyOf(
              none -> assertThat(none).isEmpty(),
              one -> assertThat(one).containsExactly(RunState.class));
    }
    assertThat(attributes(document, "next")).isSubsetOf(attributes(document, "id"));
  }

  @Test
  void tablesOfOneClientAtATimeAreOptimised() throws Exception {
    String text = Files.readString(FOLDER.resolve("optimise.xml"));
    assertThat(text).contains("<property name=\"atOnce\" value=\"1\"/>");
    assertThat(ClientPartitions.threads("1", 8)).isEqualTo(1);
    assertThat(ClientPartitions.threads(null, 8)).isEqualTo(2);
    assertThat(ClientPartitions.threads(null, 1)).isEqualTo(1);
  }

  private static Document parsed(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static List<String> attributes(Document document, String name) {
    NodeList all = document.getElementsByTagName("*");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      String value = ((Element) all.item(i)).getAttribute(name);
      if (!value.isEmpty()) {
        found.add(value);
      }
    }
    return found;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".xml", "");
  }
}
