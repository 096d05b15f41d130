package ca.edsquebec.trackingbms.connector.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the whole telegrams in what came over a line: there may be noise around them, several in a
 * row, and a cut one.
 */
public final class Telegrams {

  private static final int MAX_FOUND = 4096;

  private Telegrams() {}

  /** How a telegram of one kind begins, how long it is, and how it is checked. */
  public interface Shape {

    /** Whether a telegram may begin here. */
    boolean mayStart(byte[] data, int at);

    /** What stands here. */
    Check check(byte[] data, int at);

    /** Said of bytes in which none begins. */
    String nothingFound();
  }

  /**
   * What became of one place.
   *
   * @param length bytes of the telegram that stands there; 0 when none does
   * @param problem what is wrong with it; null when there is one
   * @param cut whether nothing is wrong but that it has not ended
   */
  public record Check(int length, String problem, boolean cut) {

    public static Check whole(int length) {
      return new Check(length, null, false);
    }

    public static Check wrong(String problem) {
      return new Check(0, problem, false);
    }

    /** With more bytes it may become one. */
    public static Check cut(String problem) {
      return new Check(0, problem, true);
    }
  }

  /**
   * What was found.
   *
   * @param whole the telegrams that passed their check, in order
   * @param problem what was wrong with the first one that did not; null when {@code whole} has any
   */
  public record Found(List<byte[]> whole, String problem) {}

  /** Looks at every place once; what was a telegram is not looked into. */
  public static Found find(byte[] data, Shape shape) {
    List<byte[]> whole = new ArrayList<>(1);
    String problem = null;
    int at = 0;
    while (at < data.length && whole.size() < MAX_FOUND) {
      int length = 0;
      if (shape.mayStart(data, at)) {
        Check check = shape.check(data, at);
        length = check.length();
        problem = problem == null ? check.problem() : problem;
      }
      if (length > 0) {
        whole.add(Arrays.copyOfRange(data, at, at + length));
      }
      at += Math.max(1, length);
    }
    if (!whole.isEmpty()) {
      return new Found(whole, null);
    }
    return new Found(whole, problem == null ? shape.nothingFound() : problem);
  }
}
