package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The routines of this program. */
public final class Routines {

  private Routines() {}

  /** All of them, by name. */
  public static List<Routine> installed() {
    // With our own loader: a pool's thread may have another.
    return ServiceLoader.load(Routine.class, Routine.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Routine::name))
        .toList();
  }

  /**
   * @throws InvalidException telling which there are
   */
  public static Routine named(String name) {
    return installed().stream()
        .filter(routine -> routine.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidException(
                    "job", "there is no job \"%s\": there is %s".formatted(name, names())));
  }

  private static String names() {
    return installed().stream().map(Routine::name).collect(Collectors.joining(", "));
  }
}
