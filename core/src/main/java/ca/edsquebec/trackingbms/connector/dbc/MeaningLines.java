package ca.edsquebec.trackingbms.connector.dbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Meanings as text, a line {@code Message.Signal = meaning} each. Stateless. */
public final class MeaningLines {

  private static final String IS = " = ";

  private MeaningLines() {}

  /** In the order of their signals' names. */
  public static String write(Map<String, String> meanings) {
    return meanings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(meaning -> meaning.getKey() + IS + meaning.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * @param lines as {@link #write} wrote them
   */
  public static Map<String, String> read(String lines) {
    Map<String, String> meanings = new LinkedHashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int is = line.lastIndexOf(IS);
              meanings.put(line.substring(0, is), line.substring(is + IS.length()));
            });
    return meanings;
  }
}
