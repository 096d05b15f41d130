package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.jobs.console.Console;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeTest {

  /** Battery voltage, then the state, of a synthetic session; one id that nobody knows. */
  private static final String LOG =
      """
      (1767225600.000000) can0 233#050E8B0A8F05DC00
      (1767225600.500000) can0 7FF#00
      (1767225606.000000) can0 233#050E8B0A8F05DC00
      """;

  @TempDir Path folder;

  @Test
  void decodesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("été.log"), LOG);
    Run run = decode("", file.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json()).isNotEmpty().allSatisfy(sample -> assertThat(sample.has("ts")).isTrue());
    assertThat(run.json().get(0).has("packVoltage")).isTrue();
  }

  @Test
  void tellsWhatTheWireSaid() {
    Run run = decode(LOG, "--raw", "-");
    assertThat(run.json()).hasSize(2);
    assertThat(run.json().get(0).at("/id").asText()).isEqualTo("233");
    assertThat(run.json().get(0).at("/ts").asLong()).isEqualTo(1767225600000L);
    assertThat(run.json().get(0).at("/signals").isObject()).isTrue();
  }

  @Test
  void goesOnAfterALineThatIsCutInTheMiddle() {
    Run run = decode("(1767225600.000000) can0 233#050E8\n" + LOG, "--raw", "-");
    assertThat(run.exitCode()).isZero();
    assertThat(run.json()).hasSize(3);
    assertThat(run.json().get(0).at("/error").asText()).isNotEmpty();
    assertThat(run.json().get(0).at("/frame").asText()).contains("233#050E8");
    assertThat(run.json().get(1).has("signals")).isTrue();
  }

  @Test
  void givesOneObjectForEveryLine() {
    List<JsonNode> lines = decode(LOG + "(1767225600.0) can0 233#050\n", "--each", "-").json();
    assertThat(lines).extracting(line -> line.at("/line").asInt()).containsExactly(1, 2, 3, 4);
    assertThat(lines)
        .extracting(line -> line.at("/ok").asBoolean())
        .containsExactly(true, true, true, false);
  }

  @Test
  void saysThatAFileIsMissing() {
    Run run = decode("", folder.resolve("none.log").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("none.log", "no such file").hasLineCount(1);
  }

  @Test
  void saysThatAFolderIsNoFile() {
    Run run = decode("", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("can't be read").hasLineCount(1);
  }

  @Test
  void stopsQuietlyWhenNobodyReadsTheOutput() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(decodeInto(failing("Broken pipe"), err)).isEqualTo(3);
    assertThat(err.size()).isZero();
  }

  @Test
  void saysThatTheOutputCannotBeWritten() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(decodeInto(failing("No space left on device"), err)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left").hasLineCount(1);
  }

  private static int decodeInto(OutputStream out, OutputStream err) {
    InputStream in = new ByteArrayInputStream(LOG.getBytes(StandardCharsets.US_ASCII));
    return new Application(Map.of(), new Console(in, out, err))
        .run("decode", "--connector", "foxbms", "-");
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private static Run decode(String input, String... args) {
    String[] all = new String[args.length + 3];
    System.arraycopy(new String[] {"decode", "--connector", "foxbms"}, 0, all, 0, 3);
    System.arraycopy(args, 0, all, 3, args.length);
    return Run.fed(Map.of(), input, all);
  }
}
