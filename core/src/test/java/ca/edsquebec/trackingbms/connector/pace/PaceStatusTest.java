package ca.edsquebec.trackingbms.connector.pace;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flags of several packs in one answer: what a stack of unknown size is asked for. */
class PaceStatusTest {

  private static final String WARNINGS = "10" + "00".repeat(16) + "06" + "00".repeat(6) + "000000";
  private static final String WELL = WARNINGS + "0000" + "06" + "000000000000";
  private static final String EMPTY_CELL = WARNINGS + "0200" + "02" + "000000000000";

  private final PaceConnector connector = new PaceConnector();

  @Test
  void eachPackHasItsAlarms() throws FrameException {
    for (String tail : List.of("", "11", "1100")) {
      assertThat(said("0002" + WELL + tail + EMPTY_CELL + tail))
          .as("with %s behind each pack", tail)
          .contains(new Reading.Alarms("44/1", List.of()), alarm("44/2", " module 2"));
    }
  }

  @Test
  void onePackMayBeAnyOfThem() throws FrameException {
    assertThat(said("0002" + EMPTY_CELL)).contains(alarm("44", ""));
  }

  @Test
  void whatEndsWithinAPackIsNone() throws FrameException {
    assertThat(said("0002" + WELL + EMPTY_CELL.substring(4))).isEmpty();
  }

  private static Reading alarm(String source, String module) {
    String raw = "cell_undervoltage" + module;
    Alarm alarm = new Alarm(AlarmCode.CELL_UNDERVOLTAGE, AlarmLevel.CRITICAL, raw);
    return new Reading.Alarms(source, List.of(alarm));
  }

  private List<Reading> said(String info) throws FrameException {
    byte[] telegram = new AsciiHex(0x25, 0, 0x46, 0, HexFormat.of().parseHex(info)).telegram();
    return connector
        .newDecoder(ConnectorSettings.of(connector, Map.of()))
        .decode(Frame.bytes(0, telegram))
        .orElseThrow();
  }
}
