package ca.edsquebec.trackingbms.web.security;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.function.Supplier;

/** Hands the caller that the gate let through to resource methods that ask for one. */
public final class CallerSupplier implements Supplier<Caller> {

  private final ContainerRequestContext request;

  @Inject
  public CallerSupplier(ContainerRequestContext request) {
    this.request = request;
  }

  @Override
  public Caller get() {
    return Caller.of(request)
        .orElseThrow(
            () -> new IllegalStateException("only a resource with @Requires has a caller"));
  }
}
