package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.intake.PushReceipt;
import java.util.List;
import java.util.stream.Collectors;

/** What a sender is told of points that could not be used, or of values that were left out. */
public final class Told {

  private static final int SHOWN = 5;
  private static final int QUOTED = 120;

  private Told() {}

  /**
   * The first few, and how many more there are.
   *
   * @param what stands before the place: line, item
   */
  public static String of(String what, List<PushReceipt.Told> told) {
    String first =
        told.stream()
            .limit(SHOWN)
            .map(one -> "%s %d: %s".formatted(what, one.place(), one.reason()))
            .collect(Collectors.joining("; "));
    return told.size() > SHOWN ? first + "; and %d more".formatted(told.size() - SHOWN) : first;
  }

  /** A text that is good for a header: short, one line, ASCII. */
  public static String inHeader(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7E]", "?");
    return plain.length() > 500 ? plain.substring(0, 500) : plain;
  }

  /** A piece of what was sent, short enough to be told. */
  public static String quoted(String piece) {
    return piece.length() > QUOTED ? piece.substring(0, QUOTED) + "…" : piece;
  }
}
