package ca.edsquebec.trackingbms.connector.seplos;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.Crc16;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What recordings do not show: fewer than 16 cells, and telemetry that was refused. */
class SeplosTest {

  @Test
  void slotsBehindTheLastCellAreNoCells() {
    assertThat(cells(15)).hasSize(15).allMatch(volts -> volts == 3.3);
    assertThat(cells(16)).hasSize(16);
    assertThat(cells(0)).isEmpty();
  }

  @Test
  void aCellOfNothingBetweenOthersHasFailed() {
    byte[] data = pack(15);
    data[8] = 0;
    data[9] = 0;
    assertThat(cells(data)).hasSize(15).element(4).isEqualTo(0.0);
  }

  @Test
  void telemetryWithAReturnCodeIsRefused() throws FrameException {
    byte[] telegram = {0x7E, 0x14, 2, 0x61, 4, 0, 0, 0, 0, '\r'};
    int crc = Crc16.xmodem(telegram, 1, 7);
    telegram[7] = (byte) (crc >> 8);
    telegram[8] = (byte) crc;
    assertThatThrownBy(() -> SeplosAnswers.read(telegram, Frame.bytes(0, telegram)))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("return code 0x04");
  }

  /** As captured: seplos2-05 of syssi/esphome-seplos-bms at dedb6bb, a board without its probes. */
  @Test
  void aProbeThatIsNotThereHasNoTemperature() throws FrameException {
    String zeros = "0000".repeat(16);
    String info = "000110" + zeros + "060853085308530853" + "0BAD0B96" + "00000000002F0213880001";
    List<Reading> said = said(info);
    assertThat(temperatures(said)).containsExactly(NaN, NaN, NaN, NaN, 25.8, 23.5);
    assertThat(said)
        .contains(
            new Reading.Scalar(Metric.AMBIENT_TEMPERATURE, 25.8),
            new Reading.Scalar(Metric.MOSFET_TEMPERATURE, 23.5));
    assertThat(said(info.replace("0BAD0B96", "08530853")))
        .contains(
            new Reading.Scalar(Metric.AMBIENT_TEMPERATURE, NaN),
            new Reading.Scalar(Metric.MOSFET_TEMPERATURE, NaN));
  }

  @Test
  void aPackWithoutTheProbeLeavesItToTheOthers() throws FrameException {
    SeplosConnector connector = new SeplosConnector();
    Decoder decoder = connector.newDecoder(ConnectorSettings.of(connector, Map.of("modules", "2")));
    String cells = "000110" + "0CE4".repeat(16);
    String rest = "0000148027100213880001";
    decoder.decode(frame(0, cells + "060B930B930B930B930BAD0853" + rest));
    assertThat(decoder.decode(frame(1, cells + "060B930B930B930B930BAD0B96" + rest)).orElseThrow())
        .contains(new Reading.Scalar(Metric.MOSFET_TEMPERATURE, 23.5));
  }

  private static Frame frame(int address, String info) {
    byte[] payload = HexFormat.of().parseHex(info);
    return Frame.bytes(0, new AsciiHex(0x20, address, 0x46, 0, payload).telegram());
  }

  @Test
  void flagsOfAlarmsAreNoTelemetry() throws FrameException {
    byte[] flags = new byte[49];
    flags[1] = 1;
    flags[2] = 16;
    flags[19] = 6;
    flags[35] = 2;
    flags[46] = 8;
    assertThat(said(HexFormat.of().formatHex(flags))).isEmpty();
  }

  private static List<Double> temperatures(List<Reading> said) {
    return said.stream()
        .filter(Reading.Temperature.class::isInstance)
        .map(reading -> ((Reading.Temperature) reading).celsius())
        .toList();
  }

  /** Of what the only pack tells in an answer with that payload. */
  private static List<Reading> said(String info) throws FrameException {
    byte[] telegram = new AsciiHex(0x20, 0, 0x46, 0, HexFormat.of().parseHex(info)).telegram();
    return SeplosAnswers.read(telegram, Frame.bytes(0, telegram)).orElseThrow().modules().stream()
        .flatMap(module -> module.readings().stream())
        .toList();
  }

  private static List<Double> cells(int used) {
    return cells(pack(used));
  }

  private static List<Double> cells(byte[] data) {
    SeplosBlock block =
        SeplosBlock.ALL.stream().filter(SeplosBlock::cells).findFirst().orElseThrow();
    Decoded said = block.read(data);
    return said.readings().stream()
        .filter(Reading.Cell.class::isInstance)
        .map(reading -> ((Reading.Cell) reading).volts())
        .toList();
  }

  private static byte[] pack(int used) {
    byte[] data = new byte[52];
    for (int i = 0; i < used; i++) {
      data[2 * i] = (byte) (3300 >> 8);
      data[2 * i + 1] = (byte) 3300;
    }
    return data;
  }
}
