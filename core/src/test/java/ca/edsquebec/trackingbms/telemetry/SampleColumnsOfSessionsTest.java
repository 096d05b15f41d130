package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.measure.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What real batteries and their firmware said goes through a chunk and comes out the same. */
class SampleColumnsOfSessionsTest {

  @Test
  void foxBms() throws IOException {
    assertExact(RecordedSessions.foxBms(VectorFiles.folder("foxbms")), 100);
  }

  @Test
  void wholeFoxBms() throws IOException {
    assertExact(RecordedSessions.foxBms(full("foxbms")), 100);
  }

  @Test
  void greenBms() {
    assertExact(samples("greenbms"), 300);
  }

  @Test
  void wholeGreenBms() {
    Path file = full("greenbms").resolve("session-16s.truth.jsonl");
    assertExact(RecordedSessions.greenBmsTruth(file), 1_300);
  }

  @Test
  void veDirect() {
    assertExact(samples("vedirect"), 400);
  }

  @Test
  void wholeVeDirect() {
    Path file = full("bms").resolve("vedirect-bmv702-replay.jsonl");
    assertExact(RecordedSessions.veDirectReplay(file), 400);
  }

  private static List<Sample> samples(String folder) {
    return RecordedSessions.samples(VectorFiles.folder(folder).resolve("session.samples.jsonl"));
  }

  private static Path full(String set) {
    assumeTrue(VectorFiles.fullSet(set).isPresent(), "full vectors are not beside us");
    return VectorFiles.fullSet(set).orElseThrow();
  }

  private static void assertExact(List<Sample> samples, int atLeast) {
    assertThat(samples).hasSizeGreaterThan(atLeast);
    ChunkTrip trip = new ChunkTrip();
    trip.assertExact(samples.stream().map(sample -> trip.stored(sample, 0)).toList());
  }
}
