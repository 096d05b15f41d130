package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Modules in parallel, on Pylontech's captures: three at once, and one alone at address 2. */
class StackDecoderTest {

  private static final long SECOND = 1_000_000;
  private static final String CELLS_2 =
      "0F0D450D440D450D440D450D440D3E0D450D4A0D4A0D4B0D4A0D4A0D4A0D4A050BC30BC30BC30BCD0BCD";

  private static final String FLAGS =
      "0F000000000000000000000000000000" + "050000000000" + "000000" + "000E800000";

  private final WorkingState state = new WorkingState();

  @Test
  void addsCurrentsAndChargesAndWeighsTheStateOfCharge() throws FrameException {
    Decoder decoder = decoder("0");
    say(decoder, 0, answer(1, -100, 40_000));
    say(decoder, SECOND, answer(2, 25, 10_000));
    say(decoder, SECOND, answer(1, -100, 40_000));
    Sample sample = state.snapshot(1000);
    assertThat(sample.value(Metric.CURRENT)).isEqualTo(-7.5);
    assertThat(sample.value(Metric.REMAINING_CAPACITY)).isEqualTo(50);
    assertThat(sample.value(Metric.FULL_CAPACITY)).isEqualTo(100);
    assertThat(sample.value(Metric.SOC)).isEqualTo(50);
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isEqualTo(50.981);
    assertThat(sample.cellVoltages()).hasSize(30);
    assertThat(sample.temperatures()).hasSize(10);
  }

  @Test
  void tellsNoSumBeforeAllModulesHaveBeenHeard() throws FrameException {
    Decoder decoder = decoder("2");
    say(decoder, 0, answer(1, -100, 40_000));
    assertThat(state.snapshot(0).value(Metric.CURRENT)).isNaN();
    assertThat(state.snapshot(0).value(Metric.PACK_VOLTAGE)).isEqualTo(50.981);
    say(decoder, SECOND, answer(2, 25, 10_000));
    assertThat(state.snapshot(1000).value(Metric.CURRENT)).isEqualTo(-7.5);
  }

  @Test
  void tellsNoSumBeforeAModuleAnswersAgainWhenTheirNumberIsNotKnown() throws FrameException {
    Decoder decoder = decoder("0");
    say(decoder, 0, answer(2, 100, 40_000));
    assertThat(state.snapshot(0).value(Metric.CURRENT)).isNaN();
    say(decoder, SECOND, answer(3, 100, 40_000));
    assertThat(state.snapshot(1000).value(Metric.CURRENT)).isNaN();
    assertThat(state.snapshot(1000).value(Metric.PACK_VOLTAGE)).isEqualTo(50.981);
    say(decoder, 2 * SECOND, answer(2, 100, 40_000));
    assertThat(state.snapshot(2000).value(Metric.CURRENT)).isEqualTo(20);
  }

  @Test
  void tellsTheSumOfOneThatIsAloneWhenItAnswersAgain() throws FrameException {
    Decoder decoder = decoder("0");
    say(decoder, 0, answer(2, 100, 40_000));
    assertThat(state.snapshot(0).value(Metric.REMAINING_CAPACITY)).isNaN();
    say(decoder, SECOND, answer(2, 110, 40_000));
    assertThat(state.snapshot(1000).value(Metric.CURRENT)).isEqualTo(11);
  }

  @Test
  void anAnswerOfAllModulesIsAllThereAre() throws FrameException {
    String both = analog(100, 40_000) + analog(25, 10_000);
    say(decoder("0"), 0, telegram(2, "1102" + both));
    assertThat(state.snapshot(0).value(Metric.CURRENT)).isEqualTo(12.5);
    assertThat(state.snapshot(0).cellVoltages()).hasSize(30);
  }

  @Test
  void countsModulesTheSameWayAloneAndTogether() throws FrameException {
    Decoder decoder = decoder("3");
    String both = analog(100, 40_000) + analog(100, 40_000);
    say(decoder, 0, telegram(2, "1102" + both));
    say(decoder, SECOND, answer(3, 100, 40_000));
    assertThat(state.snapshot(1000).cellVoltages()).as("3 is the second of both").hasSize(30);
    assertThat(state.snapshot(1000).value(Metric.CURRENT)).isNaN();
    say(decoder, SECOND, telegram(4, "0000" + FLAGS));
    assertThat(state.snapshot(1000).value(Metric.CURRENT))
        .as("the third has told its flags and no current")
        .isNaN();
    say(decoder, SECOND, answer(4, 100, 40_000));
    assertThat(state.snapshot(1000).value(Metric.CURRENT)).isEqualTo(30);
  }

  @Test
  void limitsAreThoseOfTheirModule() throws FrameException {
    Decoder decoder = decoder("2");
    say(decoder, 0, telegram(2, "02D002B79800FAFF06C0"));
    assertThat(state.snapshot(0).value(Metric.CHARGE_CURRENT_LIMIT)).isNaN();
    say(decoder, 0, telegram(3, "03D002B79800FAFF0600"));
    Sample sample = state.snapshot(0);
    assertThat(sample.value(Metric.CHARGE_CURRENT_LIMIT)).isEqualTo(50);
    assertThat(sample.value(Metric.DISCHARGE_CURRENT_LIMIT)).isEqualTo(50);
    assertThat(sample.value(Metric.CHARGE_VOLTAGE_LIMIT)).isEqualTo(53.25);
    assertThat(sample.chargeAllowed()).as("one of them may").contains(true);
  }

  @Test
  void aSilentModuleIsNotAddedUpAndKeepsThePlacesOfItsCells() throws FrameException {
    Decoder decoder = decoder("0");
    say(decoder, 0, answer(2, -100, 40_000));
    say(decoder, 0, answer(3, 25, 10_000));
    say(decoder, 61 * SECOND, answer(3, 25, 10_000));
    say(decoder, 62 * SECOND, answer(3, 25, 10_000));
    Sample sample = state.snapshot(62_000);
    assertThat(sample.value(Metric.CURRENT)).isEqualTo(2.5);
    assertThat(sample.cellVoltages()).hasSize(30);
    assertThat(sample.cellVoltages()[14]).isNaN();
    assertThat(sample.cellVoltages()[15]).isEqualTo(3.397);
    assertThat(sample.temperatures()[4]).isNaN();
  }

  @Test
  void tellsModulesApartWhenAskedTo() throws FrameException {
    Decoder decoder = decoder("0");
    assertThat(decoder.modules(frame(0, answer(2, 25, 10_000))).orElseThrow()).hasSize(1);
  }

  private void say(Decoder decoder, long micros, String answer) throws FrameException {
    state.merge(micros, decoder.decode(frame(micros, answer)).orElseThrow());
  }

  private static Frame frame(long micros, String answer) {
    return Frame.bytes(micros, answer.getBytes(StandardCharsets.US_ASCII));
  }

  private static Decoder decoder(String modules) {
    Connector connector = Connectors.withId("pylontech").orElseThrow();
    return connector.newDecoder(ConnectorSettings.of(connector, Map.of("modules", modules)));
  }

  /** In 0.1 A and mAh, of 50 Ah. */
  private static String answer(int address, int current, int remaining) {
    return telegram(address, "11%02X".formatted(address) + analog(current, remaining));
  }

  private static String analog(int current, int remaining) {
    return "%s%04XC725%04X02C3500002".formatted(CELLS_2, current & 0xFFFF, remaining & 0xFFFF);
  }

  private static String telegram(int address, String info) {
    int length = info.length();
    int check = -((length >> 8) + (length >> 4 & 0xF) + (length & 0xF)) & 0xF;
    String body = "20%02X4600%X%03X%s".formatted(address, check, length, info);
    return "~%s%04X\r".formatted(body, -body.chars().sum() & 0xFFFF);
  }
}
