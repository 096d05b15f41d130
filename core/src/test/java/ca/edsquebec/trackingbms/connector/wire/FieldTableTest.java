package ca.edsquebec.trackingbms.connector.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FieldTableTest {

  private static final byte[] DATA = HexFormat.of().parseHex("fffe0102ff9cffff0b7d");

  @Test
  void readsEachKindExactly() {
    assertThat(value("v 0 u16 0.01 -")).isEqualTo("655.34");
    assertThat(value("v 0 s16 0.1 -")).isEqualTo("-0.2");
    assertThat(value("v 2 u16le 1 -")).isEqualTo("513");
    assertThat(value("v 1 s24 1 -")).isEqualTo("-130814");
    assertThat(value("v 4 s32ws 0.1 -")).isEqualTo("-10");
    assertThat(value("v 8 u16 0.1@2731 -")).isEqualTo("21");
    assertThat(value("v 3 u8 -0.1@30000 -")).isEqualTo("2999.8");
  }

  @Test
  void refusesWhatIsNotLikeATable() {
    assertThatThrownBy(() -> FieldTable.parse("v 0 u12 1 -"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("v 0 u12");
    FieldTable table = FieldTable.parse("v 2 u32 1 -");
    assertThat(table.end()).isEqualTo(6);
    assertThatThrownBy(() -> table.field("w")).hasMessageContaining("w");
  }

  @Test
  void checksAsTheCataloguesOfCyclicChecksSay() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(Crc16.modbus(digits, 0, 9)).isEqualTo(0x4B37);
    assertThat(Crc16.xmodem(digits, 0, 9)).isEqualTo(0x31C3);
  }

  @Test
  void readsBeyondTheEndAsZerosAndSaysSo() {
    ByteCursor in = new ByteCursor(new byte[] {1, 2, 3});
    assertThat(in.u16()).isEqualTo(0x0102);
    assertThat(in.u16()).isZero();
    assertThat(in.left()).isEqualTo(-1);
  }

  private static String value(String row) {
    FieldTable table = FieldTable.parse(row);
    return table.field("v").value(DATA, 0).toPlainString();
  }
}
