package ca.edsquebec.trackingbms.connector.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TelegramsTest {

  private static final String ASKED = "~20024651C0040000FCD5\r";
  private static final byte[] REGISTERS = checked("010304000a000b");

  @Test
  void findsTelegramsInARowWithNoiseAroundThem() {
    String line = "\0~x" + ASKED + "~~" + ASKED.stripTrailing() + "~2002";
    Telegrams.Found found = Telegrams.find(ascii(line), AsciiHex.SHAPE);
    assertThat(found.problem()).isNull();
    assertThat(found.whole()).hasSize(2);
    assertThat(AsciiHex.of(found.whole().get(1)).code()).isEqualTo(0x51);
  }

  @Test
  void tellsTheFirstProblemWhenNoneIsWhole() {
    String line = ASKED.replace("FCD5", "FCD6") + "~20";
    assertThat(Telegrams.find(ascii(line), AsciiHex.SHAPE).problem())
        .isEqualTo("checksum mismatch: FCD6, the text gives FCD5");
    assertThat(Telegrams.find(new byte[0], AsciiHex.SHAPE).problem())
        .isEqualTo("no start character ~");
  }

  @Test
  void refusesLengthsAndDigitsThatAreWrong() {
    assertThat(problem("~20024651C0050000FCD4\r")).startsWith("LENGTH check mismatch");
    assertThat(problem("~20024651Z0040000FCD5\r")).isEqualTo("LENGTH is not hexadecimal");
    assertThat(problem("~20024651C0040000\r")).startsWith("truncated");
    assertThat(problem("~2002465/C0040002FCD5\r")).startsWith("character 2F");
    assertThat(problem("~20024651F001FFCF8\r")).startsWith("checksum mismatch");
  }

  @Test
  void readsAnAnswerOverModbus() {
    Telegrams.Found found = Telegrams.find(REGISTERS, ModbusAnswer.SHAPE);
    ModbusAnswer answer = ModbusAnswer.of(found.whole().get(0));
    assertThat(answer.address()).isEqualTo(1);
    assertThat(answer.function()).isEqualTo(3);
    assertThat(answer.data()).containsExactly(0, 10, 0, 11);
  }

  @Test
  void knowsARequestAndARefusalOverModbus() {
    byte[] request = checked("01031103000a");
    assertThat(ModbusAnswer.isRequest(found(request))).isTrue();
    assertThat(ModbusAnswer.firstRegister(request)).hasValue(0x1103);
    assertThat(ModbusAnswer.firstRegister(new byte[] {1, 3})).isEmpty();
    byte[] refused = found(checked("018302"));
    assertThat(ModbusAnswer.refusal(refused)).isEqualTo(2);
    assertThat(ModbusAnswer.isRequest(refused)).isFalse();
  }

  @Test
  void refusesAModbusAnswerThatIsCutOrChanged() {
    byte[] changed = REGISTERS.clone();
    changed[4] ^= 1;
    assertThat(Telegrams.find(changed, ModbusAnswer.SHAPE).problem())
        .startsWith("CRC-16/Modbus mismatch");
    byte[] cut = Arrays.copyOf(REGISTERS, 6);
    assertThat(Telegrams.find(cut, ModbusAnswer.SHAPE).problem()).startsWith("truncated");
  }

  private static String problem(String line) {
    return Telegrams.find(ascii(line), AsciiHex.SHAPE).problem();
  }

  private static byte[] found(byte[] data) {
    return Telegrams.find(data, ModbusAnswer.SHAPE).whole().get(0);
  }

  private static byte[] checked(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex + "0000");
    int crc = Crc16.modbus(bytes, 0, bytes.length - 2);
    bytes[bytes.length - 2] = (byte) crc;
    bytes[bytes.length - 1] = (byte) (crc >> 8);
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
