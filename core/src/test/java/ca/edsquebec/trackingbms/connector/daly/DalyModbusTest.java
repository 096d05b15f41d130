package ca.edsquebec.trackingbms.connector.daly;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Crc16;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of any length, with the request that tells where they begin and without it. */
class DalyModbusTest {

  private static final byte[] NONE = {};
  private static final byte[] FROM_0 = {(byte) 0x81, 3, 0, 0, 0, 61, 0, 0};
  private static final byte[] FROM_41 = {(byte) 0x81, 3, 0, 0x41, 0, 62, 0, 0};

  @Test
  void readsTheCellsOfABlockThatEndsBeforeTheCountOfProbes() throws FrameException {
    int[] registers = first(61);
    assertThat(said(0x51, registers, FROM_0)).filteredOn(Reading.Cell.class::isInstance).hasSize(4);
    assertThat(said(0x51, registers, FROM_0)).noneMatch(Reading.Temperature.class::isInstance);
  }

  @Test
  void knowsTheFirstBlockByItsLengthAndItsCells() throws FrameException {
    assertThat(said(0x51, first(64), NONE)).contains(new Reading.Scalar(Metric.PACK_VOLTAGE, 13.2));
  }

  @Test
  void saysNothingOfABlockThatMayBeAnyOther() throws FrameException {
    assertThat(said(0x51, first(61), NONE)).as("of no known length").isEmpty();
    int[] other = new int[64];
    other[0x39] = 1057;
    assertThat(said(0x51, other, NONE)).as("without cells").isEmpty();
    int[] more = first(64);
    more[0x38] = 400;
    assertThat(said(0x51, more, NONE)).as("cells that are not the pack").isEmpty();
    assertThat(said(0xD2, new int[62], NONE)).as("of the other kind").isEmpty();
  }

  @Test
  void believesASecondBlockOnlyWithStatesThatExist() throws FrameException {
    int[] second = new int[62];
    second[0x4B - 0x41] = 2700;
    assertThat(said(0x51, second, NONE))
        .contains(new Reading.Scalar(Metric.REMAINING_CAPACITY, 270));
    second[0x52 - 0x41] = 7;
    assertThat(said(0x51, second, NONE)).isEmpty();
    assertThat(said(0x51, second, FROM_41)).as("with its request").isNotEmpty();
  }

  /** Four cells of 3.3 V and a pack of 13.2 V. */
  private static int[] first(int count) {
    int[] registers = new int[count];
    for (int i = 0; i < 4; i++) {
      registers[i] = 3300;
    }
    registers[0x38] = 132;
    registers[0x39] = 30_000;
    registers[0x3C] = 4;
    return registers;
  }

  private static List<Reading> said(int address, int[] registers, byte[] request)
      throws FrameException {
    byte[] bytes = new byte[2 * registers.length + 5];
    bytes[0] = (byte) address;
    bytes[1] = 3;
    bytes[2] = (byte) (2 * registers.length);
    for (int i = 0; i < registers.length; i++) {
      bytes[3 + 2 * i] = (byte) (registers[i] >> 8);
      bytes[4 + 2 * i] = (byte) registers[i];
    }
    int crc = Crc16.modbus(bytes, 0, bytes.length - 2);
    bytes[bytes.length - 2] = (byte) crc;
    bytes[bytes.length - 1] = (byte) (crc >> 8);
    return new ArrayList<>(
        new DalyDecoder().decode(new Frame(0, -1, bytes, request)).orElseThrow());
  }
}
