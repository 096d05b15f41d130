package ca.edsquebec.trackingbms.routine;

import java.util.List;

/**
 * How a run ended.
 *
 * @param clients of how many clients the work was done
 * @param failures a sentence for each client for which it failed, and for the installation
 */
public record Result(Run.State state, int clients, List<String> failures) {

  public Result {
    failures = List.copyOf(failures);
  }

  /** Not done at all. */
  public static Result failed(String why) {
    return new Result(Run.State.FAILED, 0, List.of(why));
  }
}
