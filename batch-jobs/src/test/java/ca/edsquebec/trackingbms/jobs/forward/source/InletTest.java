package ca.edsquebec.trackingbms.jobs.forward.source;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.jobs.forward.spool.Batch;
import ca.edsquebec.trackingbms.jobs.forward.spool.Losses;
import ca.edsquebec.trackingbms.jobs.forward.spool.Spool;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InletTest {

  @TempDir Path folder;

  private final List<String> unreadable = new ArrayList<>();
  private ToLongFunction<Frame> pages;

  @BeforeEach
  void pages() {
    Connector foxbms = InstalledConnectors.named("foxbms");
    pages = foxbms.pages(ConnectorSettings.of(foxbms, Map.of()));
  }

  private Spool spool() throws Exception {
    return new Spool(folder.resolve("spool"), 64 << 20, new Losses());
  }

  private Inlet inlet(Spool spool, long thinMillis) {
    return new Inlet(spool, thinMillis, pages, new Heard());
  }

  private final class Heard implements InletListener {
    @Override
    public void heard(Frame frame) {}

    @Override
    public void trouble(String reason) {
      unreadable.add(reason);
    }

    @Override
    public void unwritten(int frames, String reason) {
      throw new AssertionError(reason);
    }
  }

  private static String line(double second, String frame) {
    return "(%.6f) can0 %s\n".formatted(1_800_000_000 + second, frame);
  }

  private List<String> forwarded(String text, long thinMillis) throws Exception {
    try (Spool spool = spool()) {
      Inlet inlet = inlet(spool, thinMillis);
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      new StandardInput(new ByteArrayInputStream(bytes), Clock.systemUTC()).run(inlet);
      inlet.end();
      return spool.next(1000, 0).map(Batch::frames).orElse(List.of()).stream()
          .map(Frame::toString)
          .toList();
    }
  }

  @Test
  void keepsTheNewestOfEachIdentifierAndPageOfASecond() throws Exception {
    String text =
        line(0.1, "250#0000000000000000")
            + line(0.2, "250#0100000000000000")
            + line(0.3, "233#0000000000000001")
            + line(0.4, "250#00000000000000AA")
            + line(1.0, "233#0000000000000002")
            + line(1.1, "233#0000000000000003");
    assertThat(forwarded(text, 1000))
        .containsExactly(
            "250#0100000000000000",
            "250#00000000000000AA",
            "233#0000000000000002",
            "233#0000000000000003");
  }

  @Test
  void keepsAllWhereNothingIsThinned() throws Exception {
    String text = line(0.1, "233#01").repeat(5) + "junk\n\n" + "(1800000000.1) can0 23";
    assertThat(forwarded(text, 0)).hasSize(6);
    assertThat(unreadable).hasSize(1);
    assertThat(unreadable.get(0)).contains("line 8");
  }

  @Test
  void goesOnInAFileWhereTheSpoolEndsAfterAKill() throws Exception {
    Path log = folder.resolve("can0.log");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append(line(i / 4.0, "233#%016X".formatted(i)));
    }
    Files.writeString(log, text);
    List<String> whole = new ArrayList<>();
    // As after a kill: what an inlet held back or had not written is gone with it.
    for (int kill = 1; kill <= 3; kill++) {
      Files.writeString(log, text.substring(0, text.length() * kill / 4));
      try (Spool spool = spool()) {
        new TextFile(List.of(log), false, Clock.systemUTC()).run(inlet(spool, 1000));
      }
    }
    Files.writeString(log, text);
    try (Spool spool = spool()) {
      Inlet inlet = inlet(spool, 1000);
      new TextFile(List.of(log), false, Clock.systemUTC()).run(inlet);
      inlet.end();
      spool.goBack(Long.MIN_VALUE);
      spool.next(10_000, 0).orElseThrow().frames().forEach(frame -> whole.add(frame.toString()));
    }
    assertThat(whole).doesNotHaveDuplicates().hasSize(126);
    assertThat(whole.get(125)).isEqualTo("233#%016X".formatted(499));
  }
}
