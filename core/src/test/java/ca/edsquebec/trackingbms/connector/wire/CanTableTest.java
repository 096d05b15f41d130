package ca.edsquebec.trackingbms.connector.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanTableTest {

  private static final Map<Integer, CanMessage> TABLE =
      CanTable.parse(
          """
          0x233 Plain 8
            Voltage  -  7|15  Motorola  signed    0.1  V
            Flag     -  15|1  Intel     unsigned  1

          0x301 Multiplexed 6
            Mux    M   7|8   Motorola  unsigned  1
            Zero   m0  15|8  Motorola  unsigned  1
            Seven  m7  15|8  Motorola  unsigned  1
          """);

  @Test
  void readsMessagesAndSignalsInTheirOrder() {
    CanMessage plain = TABLE.get(0x233);
    assertThat(plain.name()).isEqualTo("Plain");
    assertThat(plain.length()).isEqualTo(8);
    assertThat(plain.selector()).isEmpty();
    assertThat(names(plain, 0)).containsExactly("Voltage", "Flag");
    assertThat(plain.signal("Voltage").unit()).isEqualTo("V");
    assertThat(plain.signal("Flag").unit()).isEmpty();
    assertThatThrownBy(() -> plain.signal("Current")).hasMessage("Plain has no signal Current");
  }

  @Test
  void keepsTheLayoutsOfASelectorApart() {
    CanMessage multiplexed = TABLE.get(0x301);
    assertThat(names(multiplexed, 0)).containsExactly("Mux", "Zero");
    assertThat(names(multiplexed, 7)).containsExactly("Mux", "Seven");
    assertThat(multiplexed.layout(1)).isEmpty();
    assertThat(multiplexed.mux(CanSignal.word(new byte[] {7, 1}))).isEqualTo(7);
  }

  private static List<String> names(CanMessage message, int mux) {
    return message.layout(mux).orElseThrow().stream().map(CanSignal::name).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x1 A 8\n  X - 7|8 Motorola unsigned",
        "0x1 A 8\n  X - 7|8 motorola unsigned 1",
        "0x1 A 8\n  X - 7|8 Motorola maybe 1",
        "0x1 A 8\n  X - 7|99 Motorola signed 1",
        "0x1 A 8\n  X - 7|8 Motorola signed 1 V and more"
      })
  void refusesWhatIsNoTable(String table) {
    assertThatThrownBy(() -> CanTable.parse(table)).isInstanceOf(IllegalArgumentException.class);
  }
}
