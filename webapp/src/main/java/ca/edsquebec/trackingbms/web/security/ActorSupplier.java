package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.audit.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.function.Supplier;

/** Hands whoever is signed in, for the record, to resource methods that ask for it. */
public final class ActorSupplier implements Supplier<Actor> {

  private final ContainerRequestContext request;

  @Inject
  public ActorSupplier(ContainerRequestContext request) {
    this.request = request;
  }

  @Override
  public Actor get() {
    return AccessFeature.signedIn(request).actor();
  }
}
