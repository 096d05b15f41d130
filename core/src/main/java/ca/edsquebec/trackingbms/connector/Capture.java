package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.wire.CanText;
import ca.edsquebec.trackingbms.connector.wire.Candump;
import ca.edsquebec.trackingbms.connector.wire.Slcan;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Recorded input of any kind, as frames. Each line is recognised by itself: a line of a candump
 * log, SLCAN, a JSON object that holds a frame ({@link JsonLine}), else a plain line of the
 * device's own text. Input that is not text is one answer in raw bytes.
 */
public final class Capture {

  /** A line, or binary input, beyond this many bytes is malformed. */
  public static final int MAX_BYTES = 1 << 20;

  private static final int SNIFFED = 4096;
  private static final int MAX_SHOWN = 200;

  private Capture() {}

  /**
   * Reads to the end, in constant memory, and hands over each line as soon as it is complete.
   *
   * @throws IOException when the input can't be read
   */
  public static void read(InputStream input, Consumer<Captured> each) throws IOException {
    PushbackInputStream in = new PushbackInputStream(input, SNIFFED);
    byte[] head = in.readNBytes(1);
    if (head.length == 0) {
      return;
    }
    in.unread(head);
    byte[] sniffed = new byte[SNIFFED];
    int count = in.read(sniffed);
    in.unread(sniffed, 0, count);
    if (isBinary(sniffed, count)) {
      each.accept(binary(in.readNBytes(MAX_BYTES + 1)));
    } else {
      LineReader lines = new LineReader(in, MAX_BYTES);
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        each.accept(line(lines.number(), line));
      }
    }
  }

  /**
   * What that line is.
   *
   * @param number counted from 1
   * @param bytes without the line end
   */
  public static Captured line(long number, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (bytes.length > MAX_BYTES) {
      return new Captured.Malformed(
          number, shown(text), "line is longer than %d bytes".formatted(MAX_BYTES));
    }
    if (text.isBlank()) {
      return new Captured.Skipped(number, "", "blank line");
    }
    return switch (text.charAt(0)) {
      case '(' -> can(number, text, Candump.parse(text));
      case '{' -> JsonLine.read(number, shown(text), bytes);
      default ->
          Slcan.recognises(text)
              ? can(number, text, Slcan.parse(text))
              : new Captured.Received(number, shown(text), Frame.bytes(0, bytes), false);
    };
  }

  private static Captured can(long number, String text, CanText can) {
    if (can instanceof CanText.Data data) {
      boolean dated = data.timeMicros() != CanText.UNDATED;
      int id = data.extended() ? data.id() | Frame.EXTENDED : data.id();
      Frame frame = Frame.can(dated ? data.timeMicros() : 0, id, data.data());
      return new Captured.Received(number, text, frame, dated);
    }
    return can instanceof CanText.Skipped skipped
        ? new Captured.Skipped(number, shown(text), skipped.reason())
        : new Captured.Malformed(number, shown(text), ((CanText.Malformed) can).reason());
  }

  private static Captured binary(byte[] bytes) {
    int end = Math.min(bytes.length, MAX_SHOWN / 2);
    String text = HexFormat.of().withUpperCase().formatHex(bytes, 0, end);
    return bytes.length > MAX_BYTES
        ? new Captured.Malformed(
            1, text, "binary input is longer than %d bytes".formatted(MAX_BYTES))
        : new Captured.Received(1, text, Frame.bytes(0, bytes), false);
  }

  /** A log keeps its text however many zero bytes a power cut left within it. */
  private static boolean isBinary(byte[] bytes, int count) {
    if (count > 0 && (bytes[0] == '(' || bytes[0] == '{')) {
      return false;
    }
    int strange = 0;
    for (int i = 0; i < count; i++) {
      int b = bytes[i] & 0xFF;
      if (b == 0) {
        return true;
      }
      boolean usual = (b >= ' ' && b < 0x7F) || (b >= 7 && b <= '\r') || b == 0x1B;
      strange += usual ? 0 : 1;
    }
    return strange * 10 > count * 3;
  }

  private static String shown(String text) {
    return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) : text;
  }
}
