package ca.edsquebec.trackingbms.web.testkit;

import ca.edsquebec.trackingbms.web.testkit.Who.Outcome;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How many cases the permissions' matrix has: every endpoint and page, asked as everybody. */
public final class PermissionCases {

  private PermissionCases() {}

  public static int count() {
    return Endpoints.withSockets().size() * Who.values().length;
  }

  /** The same in a sentence, with how many of them end how. */
  public static String sentence() {
    return "%d endpoints and pages × %d callers = %d cases: %s."
        .formatted(
            Endpoints.withSockets().size(),
            Who.values().length,
            count(),
            Arrays.stream(Outcome.values())
                .map(outcome -> count(outcome) + " × " + outcome)
                .collect(Collectors.joining(", ")));
  }

  private static long count(Outcome outcome) {
    return Endpoints.withSockets().stream()
        .flatMap(endpoint -> Arrays.stream(Who.values()).map(who -> who.expected(endpoint)))
        .filter(outcome::equals)
        .count();
  }
}
