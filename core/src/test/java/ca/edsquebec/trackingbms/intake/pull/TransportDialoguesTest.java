package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.ModbusLine;
import ca.edsquebec.trackingbms.connector.Poll;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said over each transport, bytes and times alone. */
class TransportDialoguesTest {

  private static final long START = 1_767_225_600_000_000L;
  private static final byte[] NOTHING = {};

  @Test
  void opensABusChangesToRawModeAndListens() {
    Dialogue dialogue = new Socketcand("can0");
    assertThat(sent(dialogue.step(START, NOTHING))).isEmpty();
    assertThat(sent(dialogue.step(START + 1, bytes("< h")))).isEmpty();
    assertThat(sent(dialogue.step(START + 2, bytes("i >")))).containsExactly("< open can0 >");
    assertThat(sent(dialogue.step(START + 3, bytes("< ok >")))).containsExactly("< rawmode >");
    Dialogue.Step step =
        dialogue.step(
            START + 4,
            bytes(
                "< ok >< frame 123 1767225600.000001 0011FF >\n< echo >"
                    + "< frame 18FF50E5 1.5 00 11 >< frame 7FF 1.5 ><"));
    assertThat(step.frames())
        .extracting(Frame::toString)
        .containsExactly("123#0011FF", "18FF50E5#0011", "7FF#");
    assertThat(step.frames()).allMatch(frame -> frame.timeMicros() == START + 4);
    assertThat(step.wakeAtMicros()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void passesOverFramesThatAreNone() {
    Dialogue dialogue = listening();
    Dialogue.Step step =
        dialogue.step(
            START,
            bytes(
                "< frame >< frame 123 >< frame 999 1.0 00 >< frame 123 1.0 0 >< frame 12G 1.0 00 >"
                    + "< frame 123 1.0 00112233445566778899 >< error 4 1.0 >< frame 124 1.0 01 >"));
    assertThat(step.frames()).extracting(Frame::toString).containsExactly("124#01");
  }

  @Test
  void countsASocketcandThatDoesNotOpenTheBus() {
    Dialogue dialogue = new Socketcand("can9");
    dialogue.step(START, bytes("< hi >"));
    Dialogue.Step refused = dialogue.step(START + 1, bytes("< error could not open bus >"));
    assertThat(refused.unanswered()).isZero();
    assertThat(dialogue.complaint()).isEqualTo("could not open bus");
    assertThat(dialogue.step(refused.wakeAtMicros(), NOTHING).unanswered()).isEqualTo(1);
  }

  @Test
  void readsTheLinesOfCanlogserverAtTheTimeTheyCome() {
    Dialogue dialogue = new CanLog();
    Dialogue.Step step =
        dialogue.step(START, bytes("(0000000001.000000) can0 7F1#0501\r\nrubbish\n(1.000000) can"));
    assertThat(step.frames()).extracting(Frame::toString).containsExactly("7F1#0501");
    assertThat(step.frames().get(0).timeMicros()).isEqualTo(START);
    assertThat(step.send()).isEmpty();
    step = dialogue.step(START + 9, bytes("0 18FF50E5#11\n(2.000000) can0 123##1AA\n"));
    assertThat(step.frames()).extracting(Frame::toString).containsExactly("18FF50E5#11");
  }

  @Test
  void putsModbusIntoItsEnvelopeAndTakesItOut() {
    Dialogue dialogue = modbus();
    List<byte[]> asked = dialogue.step(START, NOTHING).send();
    assertThat(hex(asked.get(0))).isEqualTo("0001000000060203110300 02".replace(" ", ""));
    Dialogue.Step step = dialogue.step(START + 1, parsed("0001000000070203041e020000"));
    assertThat(step.frames()).hasSize(1);
    assertThat(hex(step.frames().get(0).data())).isEqualTo("0203041e0200006edb");
    assertThat(hex(step.frames().get(0).request())).startsWith("020311030002");
  }

  @Test
  void dropsAModbusAnswerThatComesTooLate() {
    Dialogue dialogue = modbus();
    dialogue.step(START, NOTHING);
    dialogue.step(START + 2_000_000, NOTHING);
    assertThat(hex(dialogue.step(START + 2_100_000, NOTHING).send().get(0))).startsWith("0002");
    assertThat(dialogue.step(START + 2_200_000, parsed("0001000000070203041e020000")).frames())
        .isEmpty();
    assertThat(dialogue.step(START + 2_300_000, parsed("0002000000070203041e020000")).frames())
        .hasSize(1);
  }

  @Test
  void noNoiseMakesOneOfThemThrowOrGrow() {
    SplittableRandom random = new SplittableRandom(3);
    for (Dialogue dialogue : List.of(listening(), new CanLog(), modbus(), new Socketcand("can0"))) {
      long now = START;
      for (int i = 0; i < 1_000; i++) {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        now += random.nextInt(10) == 0 ? -5_000_000 : random.nextLong(1_000_000);
        Dialogue.Step step = dialogue.step(now, noise);
        assertThat(step.wakeAtMicros()).isGreaterThan(now);
        assertThat(step.send()).hasSizeLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void nothingButTheHandshakeIsEverSentToACanBus() {
    SplittableRandom random = new SplittableRandom(5);
    Dialogue dialogue = new Socketcand("can0");
    List<String> sent = new ArrayList<>();
    String[] words = {"< hi >", "< ok >", "< echo >", "< frame 123 1.0 00 >", "< error >"};
    for (int i = 0; i < 2_000; i++) {
      sent.addAll(sent(dialogue.step(START + i * 1000L, bytes(words[random.nextInt(5)]))));
    }
    assertThat(sent).containsExactly("< open can0 >", "< rawmode >");
  }

  @Test
  void saysWhichTransportFits() {
    assertRefused("tcp://a.example:1", "foxbms", "socketcand:// or canlog://");
    assertRefused("canlog://a.example", "thingset", "tcp://");
    assertRefused("canlog://a.example", "modbus-map", "tcp:// or rtu-tcp:// or modbus-tcp://");
    assertRefused("modbus-tcp://a.example", "daly", "with tcp://");
    assertRefused("rtu-tcp://a.example:1", "seplos", "with tcp://");
    assertRefused("tcp://a.example:1", "victron-mqtt", "published");
    assertRefused("tcp://a.example:1", "nonsense", "no connector");
    PullAddress fits = PullAddress.parse("tcp://a.example:1");
    assertThat(Dialogues.of(fits, "thingset", Map.of())).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"modbus-map,map,pylontech-powercube-m2", "daly,asked,modbus-81", "seplos,asked,v3"})
  void whatSpeaksModbusIsCarriedInEitherFraming(String connector, String name, String value) {
    Map<String, String> settings = Map.of(name, value);
    String onTheLine = firstRequest("rtu-tcp://a.example:1", connector, settings);
    assertThat(firstRequest("tcp://a.example:1", connector, settings)).isEqualTo(onTheLine);
    String framed = firstRequest("modbus-tcp://a.example", connector, settings);
    String withoutCheck = onTheLine.substring(0, onTheLine.length() - 4);
    assertThat(framed).isEqualTo("000100000006" + withoutCheck);
  }

  private static String firstRequest(
      String address, String connector, Map<String, String> settings) {
    Dialogue dialogue = Dialogues.of(PullAddress.parse(address), connector, settings);
    return hex(dialogue.step(START, NOTHING).send().get(0));
  }

  private static void assertRefused(String address, String connector, String why) {
    assertThatThrownBy(() -> Dialogues.of(PullAddress.parse(address), connector, Map.of()))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(why);
  }

  private static Dialogue modbus() {
    return new ModbusTcp(
        ModbusLine.dialogue(List.of(new Poll(ModbusLine.read(2, 3, 0x1103, 2), 1_000_000))));
  }

  private static Dialogue listening() {
    Dialogue dialogue = new Socketcand("can0");
    dialogue.step(START, bytes("< hi >< ok >< ok >"));
    return dialogue;
  }

  private static List<String> sent(Dialogue.Step step) {
    return step.send().stream().map(b -> new String(b, StandardCharsets.US_ASCII)).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] parsed(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
