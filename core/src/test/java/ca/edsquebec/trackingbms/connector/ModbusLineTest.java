package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that read, and their answers within a stream. */
class ModbusLineTest {

  private static final String VOLTAGE = "0203041e0200006edb";

  @Test
  void writesARequestAsTheBookHasIt() {
    assertThat(hex(ModbusLine.read(0x11, 3, 0x6B, 3))).isEqualTo("1103006b00037687");
  }

  @Test
  void buildsNothingThatWrites() {
    for (int function : new int[] {0, 1, 5, 6, 15, 16, 0x83}) {
      assertThatThrownBy(() -> ModbusLine.read(1, function, 0, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ModbusLine.read(0, 3, 0, 1))
        .as("a broadcast")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ModbusLine.read(1, 3, 0, 126))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsAnAnswerBehindNoiseAndBehindTheEchoOfItsRequest() {
    String echo = hex(ModbusLine.read(2, 3, 0x1103, 2));
    assertThat(cut("ff00" + VOLTAGE)).containsExactly(VOLTAGE);
    assertThat(cut(echo + VOLTAGE + VOLTAGE + VOLTAGE)).contains(VOLTAGE);
  }

  @Test
  void takesTheAnswerOfTheDeviceThatWasAskedAndOfNoOther() {
    Dialogue dialogue =
        ModbusLine.dialogue(List.of(new Poll(ModbusLine.read(1, 3, 0x1103, 2), 1_000_000)));
    dialogue.step(0, new byte[0]);
    Dialogue.Step other = dialogue.step(1000, bytes(VOLTAGE));
    assertThat(other.frames().get(0).request()).isEmpty();
    String own = "0103041e020000";
    Dialogue.Step step = dialogue.step(2000, ModbusLine.withCrc(bytes(own)));
    assertThat(hex(step.frames().get(0).request())).startsWith("010311030002");
  }

  @Test
  void aDeviceOfTwoNamesMayAnswerInEitherAndInNoOther() {
    byte[] request = ModbusLine.read(0x81, 3, 0x1103, 2);
    for (String name : List.of("51", "81", "52", "01")) {
      Dialogue dialogue = ModbusLine.dialogue(List.of(new Poll(request, 1_000_000)), 0x51 - 0x81);
      dialogue.step(0, new byte[0]);
      byte[] said = ModbusLine.withCrc(bytes(name + "03041e020000"));
      byte[] answered = dialogue.step(1000, said).frames().get(0).request();
      boolean its = name.equals("51") || name.equals("81");
      assertThat(hex(answered)).as(name).isEqualTo(its ? hex(request) : "");
    }
  }

  @Test
  void theEchoOfARequestIsNoAnswerInAnyName() {
    byte[] request = ModbusLine.read(0x81, 3, 0x41, 0x3E);
    Dialogue dialogue = ModbusLine.dialogue(List.of(new Poll(request, 1_000_000)), 0x51 - 0x81);
    dialogue.step(0, new byte[0]);
    for (Frame frame : dialogue.step(1000, request).frames()) {
      assertThat(frame.request()).isEmpty();
    }
  }

  private static List<String> cut(String hex) {
    return new FrameStream(ModbusLine.ANSWERS)
        .take(bytes(hex)).stream().map(ModbusLineTest::hex).toList();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
