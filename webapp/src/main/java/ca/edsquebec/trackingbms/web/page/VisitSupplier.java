package ca.edsquebec.trackingbms.web.page;

import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Csrf;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.util.function.Supplier;
import org.glassfish.jersey.internal.util.collection.Ref;

/** Hands the visit to resource methods that show a page. */
public final class VisitSupplier implements Supplier<Visit> {

  private final ContainerRequestContext context;

  // By reference: a proxy of these can't be made across the class loaders of a container.
  private final Provider<Ref<HttpServletRequest>> request;
  private final Provider<Ref<HttpServletResponse>> response;
  private final Tenants tenants;
  private final Csrf csrf;
  private final Clock clock;

  @Inject
  public VisitSupplier(
      ContainerRequestContext context,
      Provider<Ref<HttpServletRequest>> request,
      Provider<Ref<HttpServletResponse>> response,
      Tenants tenants,
      Csrf csrf,
      Clock clock) {
    this.context = context;
    this.request = request;
    this.response = response;
    this.tenants = tenants;
    this.csrf = csrf;
    this.clock = clock;
  }

  @Override
  public Visit get() {
    ChosenLanguage.remember(request.get().get(), response.get().get());
    csrf.prepare(request.get().get(), response.get().get());
    return new Visit(request.get().get(), tenants, Caller.of(context), csrf, clock.millis());
  }
}
