package ca.edsquebec.trackingbms.connector;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Decodes recorded input and writes what it says as JSON Lines.
 *
 * <ul>
 *   <li>Samples, cut as the portal would store them ({@link Snapshots}), and a last one at the end
 *       of the input. Input without times has no instants to cut at: each line of a device gives a
 *       sample of what is known then, CAN frames give one sample at the end, both without {@code
 *       ts}.
 *   <li>Raw: what the wire said, each frame by itself. {@code ts} is in milliseconds, with decimals
 *       where the frame's time has them.
 *   <li>Each: every line by itself, by a decoder that has seen nothing, and one object for it.
 * </ul>
 *
 * <p>A frame that can't be decoded gives an object with {@code error} and {@code frame}, and the
 * run goes on.
 */
public final class Decoding {

  /** The portal's storage period where nothing else is set. */
  public static final long PERIOD_MILLIS = 5_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final Connector connector;
  private final ConnectorSettings settings;
  private final boolean raw;
  private final boolean each;

  /**
   * @param raw what the wire said instead of samples
   * @param each every input line by itself
   */
  public Decoding(Connector connector, ConnectorSettings settings, boolean raw, boolean each) {
    this.connector = connector;
    this.settings = settings;
    this.raw = raw;
    this.each = each;
  }

  /**
   * Reads the input to its end, in constant memory. Neither stream is closed.
   *
   * @return what became of the frames; an offset is a line, counted from 0
   * @throws IOException when the input can't be read or the output can't be written
   */
  public Tally run(InputStream in, OutputStream out) throws IOException {
    JsonGenerator json = JSON.getFactory().createGenerator(out, JsonEncoding.UTF8);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    Tally tally = new Tally();
    DecodedLines lines = lines(json);
    try {
      Capture.read(in, line -> take(lines, line, tally));
      lines.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    boolean wroteAny = json.getOutputContext().hasCurrentIndex();
    json.close();
    if (wroteAny) {
      out.write('\n');
    }
    out.flush();
    return tally;
  }

  private DecodedLines lines(JsonGenerator json) {
    if (each) {
      return new DecodedLines.EachAlone(
          json, () -> CommonSettings.decoder(connector, settings), raw);
    }
    Decoder decoder = CommonSettings.decoder(connector, settings);
    return raw ? new DecodedLines.Signals(json, decoder) : new DecodedLines.Samples(json, decoder);
  }

  private void take(DecodedLines lines, Captured line, Tally tally) {
    try {
      if (line instanceof Captured.Received received) {
        receive(lines, received, tally);
      } else if (line instanceof Captured.Skipped) {
        tally.countIgnored();
        lines.ignored(line);
      } else if (line instanceof Captured.Malformed malformed) {
        tally.countInvalid(line.line() - 1, malformed.reason());
        lines.invalid(line.line(), malformed.reason(), shown(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line as it stands, unless it holds what may be a secret. */
  private String shown(Captured line) {
    byte[] data =
        line instanceof Captured.Received received
            ? received.frame().data()
            : line.text().getBytes(StandardCharsets.ISO_8859_1);
    byte[] open = connector.withoutSecrets(data);
    if (Arrays.equals(open, data)) {
      return line.text();
    }
    String text = new String(open, StandardCharsets.ISO_8859_1).strip();
    return text.matches("[ -~]*") ? text : HexFormat.of().formatHex(open);
  }

  private void receive(DecodedLines lines, Captured.Received line, Tally tally) throws IOException {
    try {
      if (lines.decoded(line)) {
        tally.countDecoded();
      } else {
        tally.countIgnored();
        lines.ignored(line);
      }
    } catch (FrameException e) {
      tally.countInvalid(line.line() - 1, e.getMessage());
      lines.invalid(line.line(), e.getMessage(), shown(line));
    }
  }
}
