package ca.edsquebec.trackingbms.connector.pylontech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Metric;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A line that is slow: an answer comes when the next request has gone out. Captures of a US3000.
 */
class PylontechLateAnswersTest {

  private static final long SECOND = 1_000_000;
  private static final long START = 1_767_225_600L * SECOND;
  private static final byte[] NOTHING = {};

  private static final String ANALOG =
      "~20024600C06E00020F0D1F0D200D200D200D200D200D210D200D200D210D220D200D220D220D21050BCD0BAF"
          + "0BAF0BAF0BAF0015C4E88AAC02C350004FE594\r";
  private static final String ALARM =
      "~20024600C04000020F000000000000000000000000000000050000000000000000000E800000F161\r";
  private static final String LIMITS = "~20024600B01402D002B79800FAFF06C0F92D\r";

  private final PylontechConnector connector = new PylontechConnector();
  private final ConnectorSettings settings =
      ConnectorSettings.of(connector, Map.of("modules", "1"));
  private final Dialogue dialogue = connector.newDialogue(settings).orElseThrow();
  private final Decoder decoder = connector.newDecoder(settings);
  private final List<Reading> said = new ArrayList<>();
  private long now = START;

  @Test
  void anAnswerThatComesTooLateIsNotTakenForTheNext() throws FrameException {
    assertThat(asked(step(0, NOTHING))).isEqualTo("42");
    assertThat(step(3 * SECOND, NOTHING).unanswered()).isEqualTo(1);
    assertThat(asked(step(SECOND / 10, NOTHING))).isEqualTo("44");
    hear(SECOND / 5, ANALOG);
    assertThat(said).contains(new Reading.Scalar(Metric.PACK_VOLTAGE, 50.408));
    assertThat(said).noneMatch(Reading.Alarms.class::isInstance);
    said.clear();
    hear(SECOND / 5, ALARM);
    assertThat(said).contains(new Reading.Alarms("44", List.of()));
    assertThat(asked(step(SECOND / 10, NOTHING))).isEqualTo("92");
    said.clear();
    hear(SECOND / 5, ALARM);
    assertThat(said).as("flags again").noneMatch(PylontechLateAnswersTest::isLimit);
    hear(SECOND / 5, LIMITS);
    assertThat(said).contains(new Reading.Scalar(Metric.CHARGE_VOLTAGE_LIMIT, 53.25));
  }

  @Test
  void aRequestBesideTheAnswerToAnotherIsRefused() {
    for (String command : List.of("44", "92")) {
      assertRefused(command, ANALOG);
    }
    assertRefused("42", ALARM);
    assertRefused("92", ALARM);
    assertRefused("42", LIMITS);
    assertRefused("44", LIMITS);
  }

  private static boolean isLimit(Reading reading) {
    return reading instanceof Reading.Scalar said && said.metric() == Metric.CHARGE_VOLTAGE_LIMIT;
  }

  private void assertRefused(String command, String answer) {
    byte[] request = bytes(request(command));
    Frame frame = new Frame(START, -1, bytes(answer), request);
    assertThatThrownBy(() -> decoder.decode(frame))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("can't answer command " + command);
  }

  /** As captured, but for the command. */
  private static String request(String command) {
    String body = "200246%sE00202".formatted(command);
    return "~%s%04X\r".formatted(body, -body.chars().sum() & 0xFFFF);
  }

  private Dialogue.Step step(long micros, byte[] received) {
    now += micros;
    return dialogue.step(now, received);
  }

  private void hear(long micros, String answer) throws FrameException {
    for (Frame frame : step(micros, bytes(answer)).frames()) {
      said.addAll(decoder.decode(frame).orElseThrow());
    }
  }

  /** The command of the only request. */
  private static String asked(Dialogue.Step step) {
    assertThat(step.send()).hasSize(1);
    return new String(step.send().get(0), StandardCharsets.US_ASCII).substring(7, 9);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
