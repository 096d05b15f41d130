package ca.edsquebec.trackingbms.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A line of JSON that holds a frame: {@code hex}, or {@code id} with {@code data_hex}, or {@code
 * text}; around it {@code can_id}, {@code topic}, {@code request_text} or {@code request_hex}, and
 * {@code variant}. Other keys are ignored; an object with none of these is a plain line of a device
 * that speaks JSON.
 */
final class JsonLine {

  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] NONE = {};

  private JsonLine() {}

  static Captured read(long number, String shown, byte[] line) {
    try {
      JsonNode object = JSON.readTree(line);
      Frame frame = frame(object);
      return new Captured.Received(
          number, shown, frame == null ? Frame.bytes(0, line) : frame, false);
    } catch (JsonProcessingException e) {
      return new Captured.Malformed(number, shown, "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return new Captured.Malformed(number, shown, "not JSON: it is not UTF-8");
    } catch (IllegalArgumentException e) {
      return new Captured.Malformed(number, shown, e.getMessage());
    }
  }

  /** Null when it holds none. */
  private static Frame frame(JsonNode object) {
    byte[] data = data(object);
    if (data == null) {
      return null;
    }
    return new Frame(
        0,
        canId(object),
        data,
        request(object),
        orEmpty(text(object, "topic")),
        orEmpty(text(object, "variant")));
  }

  private static byte[] request(JsonNode object) {
    String hex = text(object, "request_hex");
    String text = text(object, "request_text");
    if (hex != null) {
      return parseHex(hex);
    }
    return text == null ? NONE : bytes(text, StandardCharsets.UTF_8);
  }

  private static byte[] data(JsonNode object) {
    String hex = text(object, "hex");
    if (hex == null) {
      hex = text(object, "data_hex");
    }
    if (hex != null) {
      return parseHex(hex);
    }
    String text = text(object, "text");
    return text == null ? null : bytes(text, charset(object));
  }

  private static byte[] parseHex(String hex) {
    String digits = hex.replace(" ", "");
    if (digits.length() % 2 != 0 || !digits.matches("[0-9A-Fa-f]*")) {
      throw new IllegalArgumentException("data are not whole bytes in hexadecimal");
    }
    return HexFormat.of().parseHex(digits);
  }

  private static int canId(JsonNode object) {
    JsonNode id = object.get("can_id");
    if (id == null && object.has("data_hex")) {
      id = object.get("id");
    }
    if (id == null || id.isNull()) {
      return -1;
    }
    return Frame.canId(id.isInt() ? Integer.toHexString(id.intValue()) : id.asText());
  }

  /** What is published is UTF-8; a device's own bytes are written one character each. */
  private static Charset charset(JsonNode object) {
    return object.has("topic") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }

  private static byte[] bytes(String text, Charset charset) {
    boolean fits = charset.newEncoder().canEncode(text);
    return text.getBytes(fits ? charset : StandardCharsets.UTF_8);
  }

  private static String text(JsonNode object, String key) {
    JsonNode value = object.get(key);
    return value == null || !value.isTextual() ? null : value.textValue();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
