package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What every connector promises about its requests: a part of the contract test. {@code
 * requests.jsonl} beside the recordings holds, for some settings each, all that a device is asked.
 */
final class RequestContract {

  private static final long SECOND = 1_000_000;
  private static final long START = 1_767_225_600L * SECOND;
  private static final byte[] SILENCE = {};

  /** A stack of 32 modules that answers nothing, each request with the longest patience. */
  private static final int STEPS = 2_000;

  private RequestContract() {}

  /** Nothing is asked but what is written down, byte by byte; and all of that. */
  static void asksWhatIsWrittenDown(Connector connector) {
    for (JsonNode line : lines(connector)) {
      Dialogue dialogue = connector.newDialogue(settings(connector, line)).orElseThrow();
      Set<String> written = new TreeSet<>();
      line.path("hex").forEach(hex -> written.add(hex.asText()));
      line.path("text").forEach(text -> written.add(hexOf(text.asText())));
      assertThat(asked(dialogue)).as(line.toString()).isEqualTo(written);
    }
  }

  /**
   * Modbus travels as such, so that gateways can carry it; and whatever travels so can be put into
   * another envelope, since each request ends with the check of the line.
   */
  static void saysWhenItSpeaksModbus(Connector connector) {
    for (ConnectorSettings settings : settings(connector)) {
      boolean modbus = connector.medium(settings) == Medium.MODBUS;
      assertThat(connector.framing(settings).equals(Optional.of(ModbusLine.ANSWERS)))
          .as("cuts a stream as Modbus")
          .isEqualTo(modbus);
      if (modbus) {
        assertThat(asked(connector.newDialogue(settings).orElseThrow()))
            .isNotEmpty()
            .allSatisfy(
                hex -> {
                  byte[] whole = HexFormat.of().parseHex(hex);
                  byte[] bare = Arrays.copyOf(whole, whole.length - 2);
                  assertThat(ModbusLine.withCrc(bare)).isEqualTo(whole);
                });
      }
    }
  }

  /** The settings whose requests are written down, and the defaults. */
  static List<ConnectorSettings> settings(Connector connector) {
    List<ConnectorSettings> all = new ArrayList<>();
    all.add(ConnectorContractTest.defaults(connector));
    lines(connector).forEach(line -> all.add(settings(connector, line)));
    return all;
  }

  /** In an hour of silence, hexadecimal. */
  private static Set<String> asked(Dialogue dialogue) {
    Set<String> asked = new TreeSet<>();
    long now = START;
    for (int i = 0; i < STEPS && now < START + 3_600 * SECOND; i++) {
      Dialogue.Step step = dialogue.step(now, SILENCE);
      step.send().forEach(request -> asked.add(HexFormat.of().formatHex(request)));
      now = step.wakeAtMicros();
    }
    return asked;
  }

  private static List<JsonNode> lines(Connector connector) {
    Path file = VectorFiles.folder(connector.id()).resolve("requests.jsonl");
    return Files.exists(file) ? VectorFiles.lines(file) : List.of();
  }

  private static ConnectorSettings settings(Connector connector, JsonNode line) {
    Map<String, String> given = new LinkedHashMap<>();
    line.path("settings").properties().forEach(e -> given.put(e.getKey(), e.getValue().asText()));
    return ConnectorSettings.of(connector, given);
  }

  private static String hexOf(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
