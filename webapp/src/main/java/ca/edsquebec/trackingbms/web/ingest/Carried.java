package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.fleet.Battery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HashSet;
import java.util.Set;

/** Which batteries a request brought something of. Of one request; one thread at a time. */
final class Carried {

  private static final String NAME = Carried.class.getName();

  private final Set<Long> ids = new HashSet<>();

  private Carried() {}

  /** What that request carries, to be filled. */
  static Carried by(HttpServletRequest request) {
    if (request.getAttribute(NAME) instanceof Carried known) {
      return known;
    }
    Carried made = new Carried();
    request.setAttribute(NAME, made);
    return made;
  }

  void add(Battery battery) {
    ids.add(battery.id());
  }

  /** Internal ids of what that request carried; none when it did not get so far. */
  static Set<Long> in(ContainerRequestContext request) {
    return request.getProperty(NAME) instanceof Carried known ? known.ids : Set.of();
  }
}
