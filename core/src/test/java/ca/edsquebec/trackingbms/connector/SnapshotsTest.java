package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  private final Snapshots snapshots = new Snapshots(5000, new FakeDecoder(), new WorkingState());
  private final Tally tally = new Tally();
  private final List<Sample> cut = new ArrayList<>();

  private static Frame frame(double millis, String text) {
    return Frame.bytes(Math.round(millis * 1000), text.getBytes(StandardCharsets.US_ASCII));
  }

  private void send(double millis, String text) {
    snapshots.accept(tally.frames(), frame(millis, text), tally, cut::add);
  }

  /** Each sample as time, voltage, alarms: {@code 5000 v50 AB}. */
  private List<String> samples() {
    return cut.stream().map(SnapshotsTest::shown).toList();
  }

  private static String shown(Sample sample) {
    String alarms =
        sample.alarms().orElse(List.of()).stream().map(Alarm::raw).collect(Collectors.joining());
    double volts = sample.value(Metric.PACK_VOLTAGE);
    return "%d v%.0f %s".formatted(sample.ts(), volts, alarms).strip();
  }

  @Test
  void aFrameThatItsDecoderCannotCopeWithIsRefusedAndTheOthersAreNot() {
    long second = 0;
    for (String text : List.of("v50", "vABC", "v51", "v52")) {
      byte[] data = text.getBytes(StandardCharsets.US_ASCII);
      snapshots.accept(second, Frame.bytes(second++ * 5_000_000, data), tally, cut::add);
    }
    assertThat(tally.decoded()).isEqualTo(3);
    assertThat(tally.invalid()).extracting(Tally.Invalid::offset).containsExactly(1L);
    assertThat(tally.invalid().get(0).reason()).doesNotContain("ABC");
    assertThat(tally.failure()).get().isInstanceOf(NumberFormatException.class);
    assertThat(cut).hasSize(2);
  }

  @Test
  void firstFrameBehindAGridInstantCutsIt() {
    send(1000, "v50");
    send(4000, "v51");
    send(5000, "v52");
    assertThat(samples()).as("a frame at the instant belongs to it").isEmpty();
    send(5000.001, "v53");
    assertThat(samples()).containsExactly("5000 v52");
    assertThat(snapshots.durableUntil()).hasValue(5000);
  }

  @Test
  void aGapGivesOneSnapshotAndNoPadding() {
    send(1000, "v50");
    send(27_000, "v51");
    send(31_000, "v52");
    assertThat(samples()).containsExactly("5000 v50", "30000 v51");
  }

  @Test
  void aFrameOnTheGridAfterAGapBelongsToItsOwnInstant() {
    send(5000, "v50");
    send(10_000, "v51");
    send(10_001, "v52");
    assertThat(samples()).containsExactly("5000 v50", "10000 v51");
  }

  @Test
  void changeOfAlarmsIsCutAtOnceAndAtItsOwnTime() {
    send(1000, "v50");
    send(6000, "v50");
    send(7000.7, "aX");
    assertThat(samples()).containsExactly("5000 v50", "7000 v50 X");
    send(8000, "aX");
    send(9000, "a");
    send(11_000, "a");
    assertThat(samples()).containsExactly("5000 v50", "7000 v50 X", "9000 v50", "10000 v50");
    assertThat(snapshots.durableUntil()).as("only the grid is durable").hasValue(10_000);
  }

  @Test
  void alarmsThatAreThereFromTheStartAreToldByTheFirstSnapshot() {
    send(1000, "aX");
    send(2000, "v50");
    assertThat(samples()).as("where nothing was told, nothing has changed").isEmpty();
    send(6000, "v51");
    assertThat(samples()).containsExactly("5000 v50 X");
  }

  @Test
  void finishCutsWhatIsPendingUnlessItsInstantIsStillToCome() {
    send(1000, "v50");
    snapshots.finish(4999, cut::add);
    assertThat(samples()).isEmpty();
    snapshots.finish(5000, cut::add);
    snapshots.finish(9000, cut::add);
    assertThat(samples()).containsExactly("5000 v50");
    assertThat(snapshots.durableUntil()).hasValue(5000);
    send(6000, "v51");
    send(10_001, "v52");
    assertThat(samples()).containsExactly("5000 v50", "10000 v51");
  }

  @Test
  void firstWordThatThereIsNoAlarmIsNoChange() {
    send(1000, "a");
    assertThat(samples()).isEmpty();
  }

  @Test
  void changeOfAlarmsAtAGridInstantGivesOneSample() {
    send(1000, "v50");
    send(5000, "aX");
    send(5001, "v51");
    assertThat(samples()).containsExactly("5000 v50 X");
  }

  @Test
  void secondChangeWithinOneMillisecondIsToldWithTheNextFrame() {
    send(4000, "v50");
    send(6000.1, "aX");
    send(6000.2, "aXY");
    assertThat(samples()).containsExactly("5000 v50", "6000 v50 X");
    send(6001, "v51");
    assertThat(samples()).containsExactly("5000 v50", "6000 v50 X", "6001 v51 XY");
  }

  @Test
  void changeJustBehindAGridInstantIsToldWithTheNextFrame() {
    send(4000, "v50");
    send(5000.2, "aX");
    send(5003, "v51");
    assertThat(samples()).containsExactly("5000 v50", "5003 v51 X");
  }

  @Test
  void whatIsOfNoInterestDoesNotKeepASilentBatteryAlive() {
    send(1000, "v50");
    send(7000, "-");
    send(8000, "");
    send(9000, "?");
    assertThat(samples()).isEmpty();
    assertThat(snapshots.newestMicros()).hasValue(1_000_000);
    send(12_000, "v51");
    assertThat(samples()).containsExactly("5000 v50");
  }

  @Test
  void countsWhatBecameOfEachFrame() {
    send(1, "v50");
    send(2, "-");
    send(3, "?");
    send(4, "");
    assertThat(tally.frames()).isEqualTo(4);
    assertThat(tally.decoded()).isEqualTo(2);
    assertThat(tally.ignored()).isEqualTo(1);
    assertThat(tally.invalid()).containsExactly(new Tally.Invalid(2, "not understood: ?"));
    for (int i = 0; i < 150; i++) {
      send(5, "?");
    }
    assertThat(tally.invalidCount()).isEqualTo(151);
    assertThat(tally.invalid()).hasSize(Tally.MAX_LISTED);
  }

  @Test
  void aClockThatIsSetBackStartsAfresh() {
    send(100_000_000, "v50");
    send(100_006_000, "v51");
    send(200_000, "aX");
    send(206_000, "v52");
    assertThat(samples()).containsExactly("100000000 v50", "100010000 v51", "200000 vNaN X");
    assertThat(snapshots.newestMicros()).hasValue(206_000_000);
  }

  @Test
  void aFrameThatIsALittleLateMovesNothingBack() {
    send(6000, "v50");
    send(4000, "v49");
    send(11_000, "v51");
    assertThat(samples()).containsExactly("10000 v50");
  }

  @Test
  void currentShowsWhatIsKnownBeforeItIsCut() {
    send(1000, "v50");
    assertThat(shown(snapshots.current(1500))).isEqualTo("1500 v50");
    assertThat(snapshots.current(62_000).isEmpty()).as("too old").isTrue();
    assertThat(samples()).isEmpty();
  }

  @Test
  void samplesDependOnTheFramesAndNotOnHowTheyWereSplit() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      List<Frame> frames = story(random);
      List<Sample> whole = new ArrayList<>();
      Snapshots one = new Snapshots(5000, new FakeDecoder(), new WorkingState());
      frames.forEach(f -> one.accept(0, f, tally, whole::add));

      List<Sample> parts = new ArrayList<>();
      Snapshots many = new Snapshots(5000, new FakeDecoder(), new WorkingState());
      for (Frame frame : frames) {
        if (random.nextInt(4) == 0) {
          Snapshots abandoned = many.copy();
          abandoned.accept(0, frame(random.nextInt(100_000), "aZ"), tally, s -> {});
          many = many.copy();
          many.current(random.nextInt(100_000));
        }
        many.accept(0, frame, tally, parts::add);
      }
      assertThat(parts).isEqualTo(whole);
      assertThat(whole).extracting(Sample::ts).doesNotHaveDuplicates().isSorted();
    }
  }

  private static List<Frame> story(SplittableRandom random) {
    String[] words = {"v50", "v51", "a", "aX", "aY", "aXY", "-", "?", ""};
    List<Frame> frames = new ArrayList<>();
    double millis = 0;
    for (int i = 0; i < 300; i++) {
      millis += random.nextInt(10) == 0 ? random.nextInt(70_000) : random.nextInt(4000) / 8.0;
      frames.add(frame(millis, words[random.nextInt(words.length)]));
    }
    return frames;
  }

  @Test
  void periodMustBePositive() {
    assertThatThrownBy(() -> new Snapshots(0, new FakeDecoder(), new WorkingState()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
