package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTest {

  private static List<Captured> read(byte[] input) throws IOException {
    List<Captured> lines = new ArrayList<>();
    Capture.read(new ByteArrayInputStream(input), lines::add);
    return lines;
  }

  private static List<Captured> read(String input) throws IOException {
    return read(input.getBytes(StandardCharsets.UTF_8));
  }

  private static Captured.Received received(String line) {
    Captured read = Capture.line(1, line.getBytes(StandardCharsets.UTF_8));
    assertThat(read).isInstanceOf(Captured.Received.class);
    return (Captured.Received) read;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void recognisesACandumpLine() {
    Captured.Received line = received("(1767225600.000050) can0 233#050E");
    assertThat(line.dated()).isTrue();
    assertThat(line.frame().timeMicros()).isEqualTo(1_767_225_600_000_050L);
    assertThat(line.frame()).hasToString("233#050E");
  }

  @Test
  void recognisesAnSlcanLine() {
    Captured.Received line = received("t2332050E");
    assertThat(line.dated()).isFalse();
    assertThat(line.frame()).hasToString("233#050E");
  }

  @Test
  void tellsAnIdentifierOf29BitsFromTheShortOneOfTheSameNumber() {
    Frame frame = received("(1.000000) can0 00000233#05").frame();
    assertThat(frame.canId()).isEqualTo(0x233 | Frame.EXTENDED);
    assertThat(frame).hasToString("00000233#05");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"0x233\",\"data_hex\":\"050E\",\"kind\":\"edge\"} | 233#050E",
        "{\"can_id\":\"0x359\",\"hex\":\"00 0a\",\"id\":\"some name\"} | 359#000A",
        "{\"can_id\":857,\"hex\":\"0a\"} | 359#0A",
        "{\"can_id\":\"18FF50E5\",\"hex\":\"0a\"} | 18FF50E5#0A",
        "{\"id\":\"jbd-01\",\"hex\":\"dd03\"} | DD03",
        "{\"text\":\"A\\r\",\"hex\":null} | 410D",
        "{\"text\":\"Checksum\\t\u00ff\"} | 436865636B73756D09FF"
      })
  void recognisesAFrameInJson(String line, String expected) {
    assertThat(received(line).frame()).hasToString(expected);
    assertThat(received(line).dated()).isFalse();
  }

  @Test
  void keepsTheContextOfAFrameInJson() {
    Frame answer =
        received("{\"text\":\"~20\",\"request_text\":\"~10\",\"variant\":\"v2\",\"other\":1}")
            .frame();
    assertThat(text(answer.request())).isEqualTo("~10");
    assertThat(answer.variant()).isEqualTo("v2");
    Frame published =
        received("{\"topic\":\"N/c0/battery\",\"text\":\"{\\\"value\\\":1}\"}").frame();
    assertThat(published.topic()).isEqualTo("N/c0/battery");
    assertThat(text(published.data())).isEqualTo("{\"value\":1}");
  }

  @Test
  void jsonWithoutAFrameIsAPlainLineOfADeviceThatSpeaksJson() {
    assertThat(text(received("{\"voltage\":13.2}").frame().data())).isEqualTo("{\"voltage\":13.2}");
  }

  @Test
  void anyOtherTextIsAPlainLine() {
    assertThat(text(received("$#g00152.5$").frame().data())).isEqualTo("$#g00152.5$");
    assertThat(received("V\t12065").frame().id()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(1767225600.000050) can0 23",
        "{\"id\":\"0x233\",\"data_he",
        "{\"hex\":\"0\"}",
        "{\"hex\":\"zz\"}",
        "{\"can_id\":\"xyz\",\"hex\":\"00\"}",
        "{\"can_id\":\"3FFFFFFF\",\"hex\":\"00\"}",
        "{\"can_id\":-5,\"hex\":\"00\"}"
      })
  void aLineThatIsNotWhatItClaimsToBeIsMalformed(String line) {
    assertThat(Capture.line(7, line.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Captured.Malformed.class,
            bad -> {
              assertThat(bad.line()).isEqualTo(7);
              assertThat(bad.text()).isEqualTo(line);
              assertThat(bad.reason()).isNotBlank();
            });
  }

  @Test
  void jsonThatIsNotUtf8IsMalformed() {
    byte[] line = "{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Capture.line(1, line)).isInstanceOf(Captured.Malformed.class);
  }

  @Test
  void linesEndWithLfCrOrBoth() throws IOException {
    List<Captured> lines = read("t1230\rt1240\r\n\r\n(1.000000) can0 125#\nlast");
    assertThat(lines).extracting(Captured::line).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(lines)
        .extracting(Captured::text)
        .containsExactly("t1230", "t1240", "", "(1.000000) can0 125#", "last");
    assertThat(lines.get(2)).isInstanceOf(Captured.Skipped.class);
  }

  @Test
  void anEmptyInputHasNoLine() throws IOException {
    assertThat(read("")).isEmpty();
  }

  @Test
  void bytesThatAreNotTextAreOneAnswer() throws IOException {
    byte[] answer = HexFormat.of().parseHex("dd030017000000000a0d271077");
    assertThat(read(answer))
        .singleElement()
        .isInstanceOfSatisfying(
            Captured.Received.class, r -> assertThat(r.frame().data()).isEqualTo(answer));
  }

  @Test
  void aLogStaysALogWhenAPowerCutLeftZeroBytesInIt() throws IOException {
    List<Captured> lines = read("(1.000000) can0 123#\n\0\0\0\0\n(2.000000) can0 124#\n");
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2)).isInstanceOf(Captured.Received.class);
  }

  @Test
  void tooLongALineIsRefusedAndTheNextIsRead() throws IOException {
    byte[] input = new byte[3 * Capture.MAX_BYTES];
    Arrays.fill(input, (byte) 'x');
    byte[] tail = "\nt1230\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(tail, 0, input, input.length - tail.length, tail.length);
    List<Captured> lines = read(input);
    assertThat(lines.get(0)).isInstanceOf(Captured.Malformed.class);
    assertThat(lines.get(0).text()).hasSizeLessThan(300);
    assertThat(lines.get(1)).isInstanceOf(Captured.Received.class);
  }

  @Test
  void tooLongBinaryInputIsRefused() throws IOException {
    assertThat(read(new byte[Capture.MAX_BYTES + 1]))
        .singleElement()
        .isInstanceOf(Captured.Malformed.class);
  }

  @Test
  void aLineIsHandedOverBeforeTheNextIsThere() {
    InputStream live =
        new InputStream() {
          private final byte[] sent = "t1230\r".getBytes(StandardCharsets.US_ASCII);
          private int at;

          @Override
          public int read() throws IOException {
            if (at == sent.length) {
              throw new IOException("would wait");
            }
            return sent[at++];
          }

          @Override
          public int read(byte[] into, int from, int count) throws IOException {
            into[from] = (byte) read();
            return 1;
          }
        };
    List<Captured> lines = new ArrayList<>();
    assertThatThrownBy(() -> Capture.read(live, lines::add)).hasMessage("would wait");
    assertThat(lines).hasSize(1);
  }
}
