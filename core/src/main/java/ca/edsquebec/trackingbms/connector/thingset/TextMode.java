package ca.edsquebec.trackingbms.connector.thingset;

import ca.edsquebec.trackingbms.connector.FrameException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A line of text mode, of any dialect: {@code :85 {…}}, {@code :85 Content. {…}}, {@code :A4 Not
 * Found.}, {@code #mLive {…}}, {@code # {…}}; with a checksum behind it or without.
 */
final class TextMode {

  /** Status, node, words of v0.5 and older, payload. */
  private static final Pattern ANSWER =
      Pattern.compile(
          ":([0-9A-F]{2})(?:/\\S*)?(?: [A-Z][A-Za-z -]*\\.){0,4} ?(.*)", Pattern.DOTALL);

  private static final int CHECKSUM = 10;

  private TextMode() {}

  /**
   * @param line without its end
   * @return empty when it is neither an answer nor a report: log text shares the line
   * @throws FrameException when it is damaged
   */
  static Optional<Message> read(byte[] line) throws FrameException {
    if (line.length == 0 || (line[0] != ':' && line[0] != '#')) {
      return Optional.empty();
    }
    String text = new String(line, 0, withoutChecksum(line), StandardCharsets.UTF_8);
    return Optional.of(line[0] == ':' ? answer(text) : report(text));
  }

  /** The length without the checksum, which v23.0 and older do not send. */
  private static int withoutChecksum(byte[] line) throws FrameException {
    int at = line.length - CHECKSUM;
    if (at < 1 || line[line.length - 1] != '#' || line[at] != ' ') {
      return line.length;
    }
    CRC32 crc = new CRC32();
    crc.update(line, 0, at);
    String said = new String(line, at + 1, 8, StandardCharsets.ISO_8859_1);
    String right = "%08X".formatted(crc.getValue());
    if (!said.equalsIgnoreCase(right)) {
      throw new FrameException("checksum is %s, should be %s".formatted(said, right));
    }
    return at;
  }

  private static Message answer(String text) throws FrameException {
    Matcher parts = ANSWER.matcher(text);
    if (!parts.matches()) {
      throw new FrameException("answer does not begin with a status of two hexadecimal digits");
    }
    String payload = parts.group(2).strip();
    return new Message(parts.group(1), "", payload.isEmpty() ? null : json(payload));
  }

  private static Message report(String text) throws FrameException {
    int blank = text.indexOf(' ');
    if (blank < 0) {
      throw new FrameException("report ends before its values");
    }
    return new Message("", text.substring(1, blank), json(text.substring(blank + 1)));
  }

  private static Object json(String text) throws FrameException {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw new FrameException("payload is not JSON: " + e.getOriginalMessage());
    }
  }
}
