package ca.edsquebec.trackingbms.connector.foxbms;

import static ca.edsquebec.trackingbms.connector.foxbms.Decoders.after;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoxBmsAlarmsTest {

  private static final String QUIET = Frames.of(0x220);
  private static final String WARNING_FLAG = Frames.of(0x220, "GeneralWarning", 1);
  private static final String MOL = Frames.of(0x240, "OvervoltageMolWarning", 1);

  private static List<Alarm> alarmsAfter(FoxBmsDecoder decoder, String... frames) {
    return after(decoder, frames).alarms().orElseThrow();
  }

  @Test
  void limitsHaveTheirLevels() {
    assertThat(alarmsAfter(Decoders.of(), MOL))
        .containsExactly(
            new Alarm(AlarmCode.CELL_OVERVOLTAGE, AlarmLevel.WARNING, "OvervoltageMolWarning"));
    assertThat(alarmsAfter(Decoders.of(), Frames.of(0x240, "OvervoltageRslWarning", 1)))
        .extracting(Alarm::level)
        .containsExactly(AlarmLevel.WARNING);
    assertThat(alarmsAfter(Decoders.of(), Frames.of(0x240, "OvervoltageMslError", 1)))
        .extracting(Alarm::level)
        .containsExactly(AlarmLevel.CRITICAL);
  }

  @Test
  void wellBatteryReportsThatItHasNoAlarm() {
    assertThat(alarmsAfter(Decoders.of(), QUIET, Frames.of(0x240))).isEmpty();
  }

  @Test
  void alarmEndsWhenItsBitDoes() {
    assertThat(alarmsAfter(Decoders.of(), MOL, Frames.of(0x240))).isEmpty();
  }

  @Test
  void stringsAreToldApartWhereThereAreSeveral() {
    FoxBmsDecoder two = Decoders.of("strings", "2");
    String second = Frames.of(0x240, "f_StringState_Mux", 1, "OpenWireError", 1);
    assertThat(alarmsAfter(two, Frames.of(0x240, "OpenWireError", 1), second))
        .extracting(Alarm::raw)
        .containsExactly("OpenWireError string 0", "OpenWireError string 1");
  }

  @Test
  void openInterlockIsAnAlarm() {
    assertThat(alarmsAfter(Decoders.of(), Frames.of(0x220, "InterlockState", 1)))
        .containsExactly(
            new Alarm(AlarmCode.INTERLOCK_OPEN, AlarmLevel.CRITICAL, "InterlockState"));
  }

  @Test
  void fatalErrorIsNamed() {
    assertThat(alarmsAfter(Decoders.of(), Frames.of(0x222, "FatalErrorCode", 50)))
        .containsExactly(
            new Alarm(AlarmCode.DEEP_DISCHARGE, AlarmLevel.CRITICAL, "DEEP_DISCHARGE_DETECTED"));
    assertThat(alarmsAfter(Decoders.of(), Frames.of(0x222, "FatalErrorCode", 200)))
        .containsExactly(new Alarm(AlarmCode.OTHER, AlarmLevel.CRITICAL, "FatalErrorCode 200"));
    assertThat(alarmsAfter(Decoders.of(), Frames.of(0x222, "FatalErrorCode", 85))).isEmpty();
  }

  @Test
  void collectiveFlagIsUnspecifiedWhenItStandsUnexplained() {
    FoxBmsDecoder decoder = Decoders.of();
    assertThat(alarmsAfter(decoder, WARNING_FLAG)).as("may be explained yet").isEmpty();
    assertThat(alarmsAfter(decoder, WARNING_FLAG))
        .containsExactly(new Alarm(AlarmCode.UNSPECIFIED, AlarmLevel.WARNING, "GeneralWarning"));
    assertThat(alarmsAfter(decoder, QUIET)).isEmpty();
  }

  @Test
  void collectiveFlagIsNotToldWhenAStringExplainsIt() {
    assertThat(alarmsAfter(Decoders.of(), WARNING_FLAG, MOL, WARNING_FLAG, WARNING_FLAG))
        .extracting(Alarm::code)
        .containsExactly(AlarmCode.CELL_OVERVOLTAGE);
  }

  @Test
  void everyBitOfTheStringsThatTellsAFaultIsMapped() {
    List<String> mapped = StringAlarms.BITS.stream().map(b -> b.signal().name()).toList();
    List<String> faults =
        StringMessages.TABLE.get(0x240).layout(0).orElseThrow().stream()
            .map(CanSignal::name)
            .filter(n -> !n.endsWith("_Mux"))
            .filter(n -> !n.equals("IsStringConnected") && !n.equals("IsBalancingActive"))
            .toList();
    assertThat(mapped).containsExactlyElementsOf(faults);
  }

  @Test
  void eachSourceSpeaksForItself() {
    assertThat(Decoders.readings(Decoders.of(), MOL))
        .singleElement()
        .isInstanceOfSatisfying(
            Reading.Alarms.class, alarms -> assertThat(alarms.source()).isEqualTo("240/0"));
  }
}
