package ca.edsquebec.trackingbms.connector.foxbms;

import static ca.edsquebec.trackingbms.connector.foxbms.Decoders.after;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import org.junit.jupiter.api.Test;

/** The firmware scales SOC and energy of the pack by connected strings / all strings. */
class ChargeEstimationTest {

  private static final String FULL = pack(800, 820, 63);
  private static final String HALF = pack(400, 410, 32);
  private static final String ZERO = pack(0, 0, 0);
  private static final String FIRST = string(0, 395, 410, 310);
  private static final String SECOND = string(1, 405, 420, 330);

  private static String pack(int min, int max, int energy) {
    return Frames.of(0x235, "MinimumSoc", min, "MaximumSoc", max, "Energy", energy, "Soh", 200);
  }

  private static String string(int mux, int min, int max, int energy) {
    return Frames.of(
        0x245,
        "f_StringStateEstimation_Mux",
        mux,
        "MinimumSoc",
        min,
        "MaximumSoc",
        max,
        "Energy",
        energy);
  }

  private static String connected(int strings) {
    return Frames.of(0x220, "NumberOfConnectedStrings", strings);
  }

  private static FoxBmsDecoder two() {
    return Decoders.of("strings", "2");
  }

  @Test
  void packIsBelievedWhenAllStringsAreConnected() {
    Sample sample = after(two(), connected(2), FIRST, SECOND, FULL);
    assertThat(sample.value(Metric.SOC)).isEqualTo(80);
    assertThat(sample.extras()).containsEntry("socMaximum", 82.0);
  }

  @Test
  void whatWasSaidBeforeASilenceIsNotToldAgain() throws FrameException {
    FoxBmsDecoder decoder = two();
    after(decoder, connected(2), FIRST, SECOND, FULL);
    String empty = string(0, 100, 110, 80);
    assertThat(decoder.decode(Decoders.frame(empty).at(59_000_000)).orElseThrow())
        .contains(new Reading.Scalar(Metric.SOC, 80));
    assertThat(decoder.decode(Decoders.frame(empty).at(8 * 3_600_000_000L)).orElseThrow())
        .contains(new Reading.Scalar(Metric.SOC, 20))
        .noneMatch(said -> said instanceof Reading.Extra e && e.name().equals("availableEnergy"));
  }

  @Test
  void packIsNotBelievedInStandby() {
    Sample sample = after(Decoders.of(), connected(0), FIRST, ZERO);
    assertThat(sample.value(Metric.SOC)).isEqualTo(79);
    assertThat(sample.extras()).containsEntry("availableEnergy", 3100.0);
  }

  @Test
  void halfThePackIsNotBelievedWhenOneOfTwoStringsIsConnected() {
    Sample sample = after(two(), connected(1), FIRST, SECOND, HALF);
    assertThat(sample.value(Metric.SOC)).isEqualTo(80);
    assertThat(sample.extras()).containsEntry("availableEnergy", 6400.0);
  }

  @Test
  void socIsToldAgainWhenAStringOpens() {
    FoxBmsDecoder decoder = two();
    after(decoder, connected(2), FIRST, SECOND, FULL);
    assertThat(after(decoder, connected(1)).value(Metric.SOC)).isEqualTo(80);
    assertThat(after(decoder, connected(1)).has(Metric.SOC)).as("told once").isFalse();
  }

  @Test
  void whatThePackSaidBeforeAStringClosedIsForgotten() {
    FoxBmsDecoder decoder = two();
    Sample sample = after(decoder, connected(1), FIRST, SECOND, HALF, connected(2));
    assertThat(sample.value(Metric.SOC)).isEqualTo(80);
    assertThat(after(decoder, pack(801, 820, 63)).value(Metric.SOC)).isEqualTo(80.1);
  }

  @Test
  void withoutThePacksStateANonZeroValueIsBelieved() {
    assertThat(after(Decoders.of(), FULL).value(Metric.SOC)).isEqualTo(80);
    assertThat(after(Decoders.of(), ZERO).has(Metric.SOC)).isFalse();
    assertThat(after(Decoders.of(), ZERO, FIRST).value(Metric.SOC)).isEqualTo(79);
  }

  @Test
  void zeroWithAllStringsConnectedIsAskedOfTheStrings() {
    assertThat(after(Decoders.of(), connected(1), ZERO).has(Metric.SOC)).isFalse();
    assertThat(after(Decoders.of(), connected(1), ZERO, string(0, 0, 0, 0)).value(Metric.SOC))
        .isZero();
  }

  @Test
  void energyOfSomeStringsIsNotTheEnergyOfThePack() {
    assertThat(after(two(), connected(1), FIRST, HALF).extras())
        .doesNotContainKey("availableEnergy");
    assertThat(after(two(), connected(2), FIRST, FULL).extras())
        .containsEntry("availableEnergy", 6300.0);
  }
}
