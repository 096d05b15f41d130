package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registers beside a request that a gateway has mixed up: their numbers would be others'. */
class ReadAnswerTest {

  private static final byte[] FOUR_FROM_1136 = ModbusLine.read(1, 3, 0x1136, 4);
  private static final byte[] TWO_FROM_1148 = ModbusLine.read(1, 3, 0x1148, 2);
  private static final byte[] TWO = ModbusLine.withCrc(new byte[] {1, 3, 4, 3, (byte) 0xE8, 0, 0});
  private static final byte[] FOUR =
      ModbusLine.withCrc(new byte[] {1, 3, 8, 0, 0, 0, 0, 0, 0, 0, 0});

  @Test
  void registersThatWereNotAskedForAreRefused() throws FrameException {
    Connector connector = Connectors.withId("modbus-map").orElseThrow();
    Decoder decoder = connector.newDecoder(ConnectorSettings.of(connector, Map.of()));
    assertThat(decoder.decode(new Frame(0, -1, TWO, TWO_FROM_1148))).isPresent();
    assertThat(decoder.decode(new Frame(0, -1, FOUR, FOUR_FROM_1136))).isPresent();
    assertThatThrownBy(() -> decoder.decode(new Frame(0, -1, FOUR, TWO_FROM_1148)))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("4 registers where 2 were asked for");
    assertThatThrownBy(() -> decoder.decode(new Frame(0, -1, TWO, FOUR_FROM_1136)))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("2 registers where 4 were asked for");
  }
}
