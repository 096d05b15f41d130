package ca.edsquebec.trackingbms.connector;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The connectors that are on the class path. */
public final class Connectors {

  private static final List<Connector> INSTALLED =
      // The class loader is named: a pool thread's context loader finds none, without an error.
      ServiceLoader.load(Connector.class, Connector.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(Connector::id))
          .toList();

  private Connectors() {}

  /** All of them, by id. */
  public static List<Connector> installed() {
    return INSTALLED;
  }

  public static Optional<Connector> withId(String id) {
    return INSTALLED.stream().filter(c -> c.id().equals(id)).findFirst();
  }
}
