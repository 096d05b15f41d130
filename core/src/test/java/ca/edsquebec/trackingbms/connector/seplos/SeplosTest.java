package ca.edsquebec.trackingbms.connector.seplos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Crc16;
import java.util.List;
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
