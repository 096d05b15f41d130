package ca.edsquebec.trackingbms.web.testkit;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.web.ingest.thingset.NodeEndpoint;
import ca.edsquebec.trackingbms.web.live.LiveEndpoint;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import ca.edsquebec.trackingbms.web.security.Requires;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import ca.edsquebec.trackingbms.web.security.RequiresSignIn;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every way into the portal, pages too, found by its annotations, so that a test forgets none. */
public final class Endpoints {

  private static final String WEB = "ca.edsquebec.trackingbms.web";

  /** In place of a method. */
  public static final String SOCKET = "WebSocket";

  /** Who may use an endpoint. */
  public enum Access {
    OPEN,
    SIGNED_IN,
    PLATFORM,
    PERMITTED
  }

  /**
   * One method at one path.
   *
   * @param path with its {templates}
   * @param contentType what it takes; null when nothing
   * @param permission empty unless access is {@link Access#PERMITTED}
   */
  public record Endpoint(
      String method,
      String path,
      String contentType,
      Access access,
      Optional<Permission> permission) {

    /** The path of that battery, or of any when it is about none. */
    public String pathOf(TestBattery battery) {
      String filled =
          path.replace("{id}", battery.id())
              .replace("{client}", battery.client())
              .replace("{connector}", "foxbms")
              // Where only some words are possible, the first.
              .replaceAll("\\{\\w+: *([a-z-]+)(\\|[^}]*)?}", "$1")
              // Of what else there is, none is called so.
              .replaceAll("\\{[^}]+}", "0");
      return path.contains("{connector}") ? filled + "?battery=" + battery.code() : filled;
    }

    /** Whether the address names a battery. */
    public boolean isAboutABattery() {
      return path.contains("{id}") || path.contains("{connector}");
    }

    /** Whether it is about the account of the one who asks, which a key has none of. */
    public boolean isAboutAnAccount() {
      return path.equals("/account") || path.startsWith("/account/");
    }

    /** Whether a key of both scopes gets as far as having its request read. */
    public boolean isOpenToAKey() {
      return access == Access.OPEN
          || permission
              .filter(Set.of(Permission.VIEW_FLEET, Permission.INGEST)::contains)
              .isPresent()
          || (access == Access.SIGNED_IN && !isAboutAnAccount());
    }

    /** Whether it shows the battery that its address names. */
    public boolean showsABattery() {
      return path.contains("batteries/{id}");
    }

    /** What it demands, as it is annotated. */
    public String demand() {
      return permission.map(Permission::name).orElse(access.name());
    }

    @Override
    public String toString() {
      return method + " " + path + (contentType == null ? "" : " " + contentType);
    }
  }

  private Endpoints() {}

  /** All of them. */
  public static List<Endpoint> all() {
    List<Endpoint> all = new ArrayList<>();
    for (JavaClass found :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(WEB)) {
      if (found.isAnnotatedWith(Path.class)) {
        Class<?> resource = found.reflect();
        Arrays.stream(resource.getMethods())
            .filter(method -> httpMethod(method).isPresent())
            .forEach(method -> add(all, resource, method));
      }
    }
    return all;
  }

  /** All of them, and the WebSockets, which JAX-RS does not know of; by path. */
  public static List<Endpoint> withSockets() {
    List<Endpoint> all = all();
    all.add(socket(LiveEndpoint.PATH, LiveEndpoint.class));
    all.add(socket(NodeEndpoint.PATH, NodeEndpoint.class));
    all.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::toString));
    return all;
  }

  private static Endpoint socket(String path, Class<?> endpoint) {
    Permission permission = endpoint.getAnnotation(Requires.class).value();
    return new Endpoint(SOCKET, path, null, Access.PERMITTED, Optional.of(permission));
  }

  private static void add(List<Endpoint> all, Class<?> resource, Method method) {
    String path = "/" + resource.getAnnotation(Path.class).value();
    if (method.isAnnotationPresent(Path.class)) {
      path += "/" + method.getAnnotation(Path.class).value();
    }
    path = path.replaceAll("/+", "/");
    Consumes consumes = method.getAnnotation(Consumes.class);
    AnnotatedElement speaker = speaks(method) ? method : resource;
    Access access =
        speaker.isAnnotationPresent(OpenToAll.class)
            ? Access.OPEN
            : speaker.isAnnotationPresent(RequiresSignIn.class)
                ? Access.SIGNED_IN
                : speaker.isAnnotationPresent(RequiresPlatform.class)
                    ? Access.PLATFORM
                    : Access.PERMITTED;
    Optional<Permission> permission =
        Optional.ofNullable(speaker.getAnnotation(Requires.class)).map(Requires::value);
    all.add(
        new Endpoint(
            httpMethod(method).orElseThrow(),
            path,
            consumes == null ? null : consumes.value()[0],
            access,
            permission));
  }

  private static boolean speaks(Method method) {
    return method.isAnnotationPresent(Requires.class)
        || method.isAnnotationPresent(RequiresPlatform.class)
        || method.isAnnotationPresent(RequiresSignIn.class)
        || method.isAnnotationPresent(OpenToAll.class);
  }

  private static Optional<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(found -> found != null)
        .map(HttpMethod::value)
        .findFirst();
  }
}
