package ca.edsquebec.trackingbms.web.security;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The foreign formats that are on the class path. */
public final class ForeignFormats {

  private static final List<ForeignFormat> INSTALLED =
      // The class loader is named: a pool thread's context loader finds none, without an error.
      ServiceLoader.load(ForeignFormat.class, ForeignFormat.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private ForeignFormats() {}

  /**
   * Whose address that is.
   *
   * @param path without the context, beginning with a slash
   */
  public static Optional<ForeignFormat> at(String path) {
    for (ForeignFormat format : INSTALLED) {
      if (format.isAt(path)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
