package ca.edsquebec.trackingbms.web.bootstrap;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds this application's resource classes, so that adding one is adding a file. Asks the servlet
 * context rather than the class path: that works too where a host runs WARs without unpacking them.
 */
final class Resources {

  private static final String CLASSES = "/WEB-INF/classes/";
  private static final String ENDING = ".class";

  private Resources() {}

  /** All classes below {@code web} that are a {@link Path} or a {@link Provider}. */
  static Set<Class<?>> of(ServletContext context) {
    Set<Class<?>> found = new LinkedHashSet<>();
    collect(context, CLASSES + "ca/edsquebec/trackingbms/web/", found);
    return found;
  }

  private static void collect(ServletContext context, String folder, Set<Class<?>> found) {
    Set<String> paths = context.getResourcePaths(folder);
    for (String path : paths == null ? Set.<String>of() : paths) {
      if (path.endsWith("/")) {
        collect(context, path, found);
      } else if (path.endsWith(ENDING)) {
        Class<?> type = load(path);
        if (type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class)) {
          found.add(type);
        }
      }
    }
  }

  private static Class<?> load(String path) {
    String name =
        path.substring(CLASSES.length(), path.length() - ENDING.length()).replace('/', '.');
    try {
      return Class.forName(name, false, Resources.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a class of this application can't be loaded", e);
    }
  }
}
