package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a maker's file to what a battery says, without a server. */
class DbcCommandsTest {

  @TempDir Path folder;
  private Path database;

  @BeforeEach
  void write() throws IOException {
    database =
        Files.writeString(
            folder.resolve("pack.dbc"),
            """
            BO_ 416 Pack: 8 Bms
             SG_ PackVoltage : 0|16@1+ (0.1,0) [0|0] "V" X
             SG_ Amps : 16|16@1- (0.1,0) [0|0] "A" X
            """);
  }

  @Test
  void aProposalThatWasGoneOverReadsFrames() throws IOException {
    Run proposed = run("dbc", "propose", database.toString());
    assertThat(proposed.out())
        .contains("Pack.PackVoltage = packVoltage  # V", "# Pack.Amps = -  # A");
    Path meanings = folder.resolve("pack.map");
    Files.writeString(meanings, proposed.out().replace("# Pack.Amps = -", "Pack.Amps = !current"));
    Run lines = run("dbc", "lines", database.toString(), meanings.toString());
    assertThat(lines.exitCode()).as(lines.err()).isZero();
    Path signals = Files.writeString(folder.resolve("pack.signals"), lines.out());
    Run decoded =
        Run.fed(
            Map.of(),
            "(1767225600.000000) can0 1A0#0B0264000000\n",
            "decode",
            "--connector",
            "dbc",
            "--setting",
            "signals=@" + signals,
            "-");
    assertThat(decoded.json().get(0).get("packVoltage").asDouble()).isEqualTo(52.3);
    assertThat(decoded.json().get(0).get("current").asDouble()).isEqualTo(-10);
  }

  @Test
  void saysWhereAFileIsWrong() throws IOException {
    Path none = folder.resolve("none.dbc");
    assertRefused(run("dbc", "propose", none.toString()), "there is no file", "none.dbc");
    Path text = Files.writeString(folder.resolve("text.dbc"), "BO_ 416 Pack: 8 Bms\nSG_ V ;");
    assertRefused(run("dbc", "propose", text.toString()), "text.dbc: line 2");
    Path map = Files.writeString(folder.resolve("wrong.map"), "# all\nPack.Amps is current");
    assertRefused(run("dbc", "lines", database.toString(), map.toString()), "wrong.map, line 2");
    Files.writeString(map, "Pack.Volts = packVoltage");
    assertRefused(run("dbc", "lines", database.toString(), map.toString()), "no signal Pack.Volts");
  }

  private static void assertRefused(Run run, String... reasons) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(reasons).hasLineCount(1);
  }

  private static Run run(String... args) {
    return Run.fed(Map.of(), "", args);
  }
}
