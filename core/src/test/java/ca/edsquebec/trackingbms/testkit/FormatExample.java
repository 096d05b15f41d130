package ca.edsquebec.trackingbms.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One line of {@code formats.tsv}, to which the formatters of Java and of the browser are held.
 *
 * @param call the method, and behind a dot the part of its result
 * @param arguments as they are written there
 */
public record FormatExample(
    String call, List<String> arguments, String zone, String french, String english) {

  /** All of them. */
  public static List<FormatExample> all() {
    try (var in = Objects.requireNonNull(FormatExample.class.getResourceAsStream("/formats.tsv"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("method\t"))
          .map(FormatExample::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FormatExample parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 5) {
      throw new IllegalArgumentException("not five cells: " + line);
    }
    return new FormatExample(
        cells[0],
        List.of(cells[1].split(" ")),
        cells[2].equals("-") ? "UTC" : cells[2],
        cells[3].replace('~', '\u00a0'),
        cells[4].replace('~', '\u00a0'));
  }

  /** Without the part. */
  public String method() {
    return call.split("\\.")[0];
  }

  /** The part of the result that is meant; empty for all of it. */
  public String part() {
    return call.substring(method().length()).replace(".", "");
  }

  @Override
  public String toString() {
    return "%s(%s) %s".formatted(call, String.join(", ", arguments), zone);
  }
}
