package ca.edsquebec.trackingbms.intake.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.intake.check.Finding.What;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.RecordedSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the self-check concludes from what devices really said: each session as it was recorded,
 * with its current turned, and with its voltage in a wrong scale.
 */
class RecordedChecksTest {

  private interface Reading {
    List<Sample> samples() throws IOException;
  }

  /**
   * A session.
   *
   * @param ours whether it is part of the project
   * @param cells in series by the battery's row; 0 for unknown
   * @param conclusive whether there is enough in it to tell the sign of the current
   */
  private record Session(
      String name, boolean ours, int cells, boolean conclusive, Reading reading) {

    List<Finding> findings(UnaryOperator<Sample> as) throws IOException {
      assumeTrue(ours || VectorFiles.fullSet("bms").isPresent(), "full sets are not beside us");
      return SelfCheck.of(reading.samples().stream().map(as).toList(), cells, Double.NaN);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Session> sessions() {
    return List.of(
        new Session(
            "foxBMS: drive with regeneration, rest, charge",
            true,
            36,
            true,
            () -> RecordedSessions.foxBms(VectorFiles.folder("foxbms"))),
        new Session(
            "foxBMS, all frames", false, 36, true, () -> RecordedSessions.foxBms(shared("foxbms"))),
        new Session(
            "Green-BMS, lines of its firmware: discharge, rest, charge",
            false,
            16,
            true,
            () -> RecordedSessions.greenBms(shared("greenbms").resolve("session-16s.timed.txt"))),
        new Session(
            "Green-BMS, what its firmware was fed, without charge and voltage",
            true,
            16,
            false,
            () -> RecordedSessions.samples(session("greenbms"))),
        new Session(
            "VE.Direct: a steady discharge by less than four points",
            true,
            0,
            false,
            () -> RecordedSessions.samples(session("vedirect"))),
        new Session(
            "VE.Direct, the whole replay",
            false,
            0,
            false,
            () ->
                RecordedSessions.veDirectReplay(
                    shared("bms").resolve("vedirect-bmv702-replay.jsonl"))));
  }

  private static Path session(String connector) {
    return VectorFiles.folder(connector).resolve("session.samples.jsonl");
  }

  private static Path shared(String set) {
    return VectorFiles.shared().resolve(set);
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void signIsRightOrTheEvidenceDoesNotSuffice(Session session) throws IOException {
    assertThat(session.findings(one -> one))
        .extracting(Finding::what)
        .isEqualTo(
            session.conclusive ? List.of(What.CURRENT_AGREES, What.VOLTAGE_AGREES) : List.of());
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void turnedSignIsSeenOrTheEvidenceDoesNotSuffice(Session session) throws IOException {
    List<Finding> findings = session.findings(RecordedChecksTest::turned);
    if (session.conclusive) {
      assertThat(findings.get(0).what()).isEqualTo(What.CURRENT_INVERTED_BY_CHARGE);
      assertThat(findings.get(0).speaking()).isEqualTo(findings.get(0).cases());
    } else {
      assertThat(findings).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void wrongScaleIsSeenWhereCellsAreTold(Session session) throws IOException {
    for (double scale : new double[] {10, 0.1, 0.001, 1000}) {
      List<Finding> scales =
          session.findings(one -> scaled(one, scale)).stream()
              .filter(one -> one.what() == What.VOLTAGE_SCALE)
              .toList();
      assertThat(scales)
          .extracting(Finding::expected)
          .isEqualTo(session.conclusive ? List.of(scale) : List.of());
    }
  }

  /** Frames that tell cells and voltage at once and do not agree, or tell something else. */
  private static final Map<String, What> ODD =
      Map.of(
          // Made for a test of its source: 4 cells of 4.14 V, and 14.0 V.
          "daly-modbus-12", What.VOLTAGE_DIFFERS,
          "daly-modbus-10", What.VOLTAGE_DIFFERS,
          "pace25-go-2pack", What.VOLTAGE_OF_MODULES,
          "pace25-gobel-3pack", What.VOLTAGE_OF_MODULES,
          "pyl-fr-0", What.VOLTAGE_OF_MODULES);

  @Test
  void voltageOfEachRecordedAnswerIsTheSumOfItsCells() {
    RecordedAnswers.ours().forEach(RecordedChecksTest::assertWell);
  }

  @Test
  void voltageOfEachAnswerOfTheFullSetsIsTheSumOfItsCells() {
    assumeTrue(VectorFiles.fullSet("bms").isPresent(), "full sets are not beside us");
    RecordedAnswers.full().forEach(RecordedChecksTest::assertWell);
  }

  private static void assertWell(String id, List<Sample> samples) {
    List<Finding> findings = SelfCheck.of(samples, 0, Double.NaN);
    assertThat(findings).as(id).isNotEmpty();
    List<What> found = findings.stream().map(Finding::what).toList();
    What odd = ODD.get(id);
    if (odd == null) {
      assertThat(found).as(id).containsExactly(What.VOLTAGE_AGREES);
    } else {
      assertThat(found).as(id).contains(odd).doesNotContain(What.VOLTAGE_SCALE);
    }
  }

  @Test
  void modulesInParallelAreCountedByTheRowToo() {
    List<Sample> three = RecordedAnswers.ours().get("pyl-fr-0");
    int cells = three.get(0).cellVoltages().length;
    assertThat(SelfCheck.of(three, cells / 3, Double.NaN))
        .singleElement()
        .satisfies(one -> assertThat(one.expected()).isEqualTo(3));
    assertThat(SelfCheck.of(three, cells, Double.NaN)).hasSize(1);
    assertThat(SelfCheck.of(three, 14, Double.NaN))
        .extracting(Finding::what)
        .containsExactly(What.VOLTAGE_OF_MODULES, What.CELL_COUNT_DIFFERS);
  }

  private static Sample turned(Sample one) {
    return one.has(Metric.CURRENT)
        ? one.toBuilder().put(Metric.CURRENT, -one.value(Metric.CURRENT)).build()
        : one;
  }

  private static Sample scaled(Sample one, double scale) {
    return one.has(Metric.PACK_VOLTAGE)
        ? one.toBuilder().put(Metric.PACK_VOLTAGE, one.value(Metric.PACK_VOLTAGE) * scale).build()
        : one;
  }
}
