package ca.edsquebec.trackingbms.web.testkit;

import ca.edsquebec.trackingbms.connector.VectorFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ten minutes of {@code vectors/foxbms}, as if they had been recorded at another time. */
public final class RecordedSession {

  /** What the pack's storage period must be for the grid to fall on the session's own times. */
  private static final long GRID_MILLIS = 5000;

  private static final long START = 1_767_225_600_000L;
  private static final Pattern LINE = Pattern.compile("\\((\\d+\\.\\d{6})\\)( .*)");

  private record Line(BigDecimal seconds, String rest) {}

  private final List<Line> lines;
  private final long shift;

  private RecordedSession(long shift) {
    this.shift = shift;
    try {
      lines =
          Files.readAllLines(VectorFiles.folder("foxbms").resolve("session.candump.log")).stream()
              .map(RecordedSession::line)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moved so that its given second is that time, or up to 5 s before it, on the grid. */
  public static RecordedSession onGrid(int second, long millis) {
    long shift = millis - START - second * 1000L;
    return new RecordedSession(Math.floorDiv(shift, GRID_MILLIS) * GRID_MILLIS);
  }

  /** Moved so that its given second is exactly that time. */
  public static RecordedSession exactly(int second, long millis) {
    return new RecordedSession(millis - START - second * 1000L);
  }

  private static Line line(String text) {
    Matcher matcher = LINE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("not a line of candump: " + text);
    }
    return new Line(new BigDecimal(matcher.group(1)), matcher.group(2));
  }

  /** Epoch milliseconds of its given second. */
  public long at(int second) {
    return START + shift + second * 1000L;
  }

  /** The lines of those seconds, from the first on and before the last. */
  public List<String> lines(int from, int to) {
    BigDecimal first = BigDecimal.valueOf(START / 1000 + from);
    BigDecimal end = BigDecimal.valueOf(START / 1000 + to);
    return lines.stream()
        .filter(line -> line.seconds().compareTo(first) >= 0 && line.seconds().compareTo(end) < 0)
        .map(
            line ->
                "("
                    + line.seconds().add(BigDecimal.valueOf(shift, 3)).setScale(6)
                    + ")"
                    + line.rest())
        .toList();
  }

  /** The same as one text. */
  public String text(int from, int to) {
    return String.join("\n", lines(from, to)) + "\n";
  }
}
