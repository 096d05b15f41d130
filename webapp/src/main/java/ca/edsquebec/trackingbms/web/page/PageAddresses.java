package ca.edsquebec.trackingbms.web.page;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceModel;
import org.glassfish.jersey.uri.PathPattern;

/**
 * Where pages are shown to who asks for them. A form may be sent to an address that only takes it,
 * and a refused one is shown there: its page is the nearest one above.
 */
final class PageAddresses {

  private final List<PathPattern> pages;

  private PageAddresses(List<PathPattern> pages) {
    this.pages = pages;
  }

  static PageAddresses of(ResourceModel model) {
    return new PageAddresses(
        model.getRootResources().stream().flatMap(PageAddresses::below).toList());
  }

  private static Stream<PathPattern> below(Resource root) {
    Stream<String> children =
        root.getChildResources().stream()
            .filter(PageAddresses::showsPage)
            .map(child -> root.getPath() + "/" + child.getPath());
    Stream<String> own = showsPage(root) ? Stream.of(root.getPath()) : Stream.empty();
    return Stream.concat(own, children)
        .map(
            path ->
                new PathPattern(slashed(path), PathPattern.RightHandPath.capturingZeroSegments));
  }

  private static boolean showsPage(Resource resource) {
    return resource.getResourceMethods().stream()
        .anyMatch(
            method ->
                method.getHttpMethod().equals("GET")
                    && method.getProducedTypes().contains(MediaType.TEXT_HTML_TYPE));
  }

  private static String slashed(String path) {
    return ("/" + path).replaceAll("/+", "/");
  }

  /**
   * The nearest page above an address.
   *
   * @param path below the portal's root, without a slash at its beginning
   */
  Optional<String> above(String path) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      String shorter = "/" + path.substring(0, end);
      if (pages.stream().anyMatch(page -> page.match(shorter) != null)) {
        return Optional.of(shorter);
      }
    }
    return Optional.empty();
  }
}
