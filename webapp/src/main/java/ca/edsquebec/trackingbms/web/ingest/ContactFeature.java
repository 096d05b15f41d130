package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.gateway.Hello;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes, wherever measurements come in, which gateway brought them, by the headers that
 * docs/operations.md names. Behind all else: measurements are stored whatever a gateway says.
 */
@Provider
public final class ContactFeature implements DynamicFeature {

  private static final Logger LOG = LoggerFactory.getLogger(ContactFeature.class);

  private final Gateways gateways;

  @Inject
  public ContactFeature(Gateways gateways) {
    this.gateways = gateways;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Requires ofMethod = resource.getResourceMethod().getAnnotation(Requires.class);
    Requires ofClass = resource.getResourceClass().getAnnotation(Requires.class);
    Requires requires = ofMethod == null ? ofClass : ofMethod;
    if (requires != null && requires.value() == Permission.INGEST) {
      context.register(new Contacts(gateways));
    }
  }

  /** Without {@code @Provider}, so that it stands behind the resources chosen above alone. */
  private static final class Contacts implements ContainerResponseFilter {

    private final Gateways gateways;

    Contacts(Gateways gateways) {
      this.gateways = gateways;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      String code = request.getHeaderString("X-TBMS-Gateway");
      if (code == null) {
        return;
      }
      Hello.Read read =
          Hello.read(
              code,
              request.getHeaderString("X-TBMS-Gateway-Version"),
              request.getHeaderString("X-TBMS-Backlog"),
              request.getHeaderString("X-TBMS-Sent-At"));
      List<String> faults = new ArrayList<>(read.faults());
      // Without a caller, the gate has let nobody in: no contact at all.
      Caller.of(request)
          .filter(caller -> caller.actor().kind() == Actor.Kind.KEY)
          .ifPresent(
              caller -> read.hello().ifPresent(hello -> note(caller, hello, request, faults)));
      if (!faults.isEmpty()) {
        response.getHeaders().add("X-Warning", Told.inHeader(String.join("; ", faults)));
      }
    }

    private void note(
        Caller caller, Hello hello, ContainerRequestContext request, List<String> faults) {
      try {
        gateways
            .contact(caller.tenant(), caller.actor(), hello, Carried.in(request))
            .ifPresent(faults::add);
      } catch (RuntimeException e) {
        // The measurements are stored: what goes wrong here must not look as if they were not.
        LOG.warn(
            "contact of gateway {} of client {} is not noted: {}",
            hello.code(),
            caller.tenant(),
            e.getMessage());
        faults.add("the contact of gateway " + hello.code() + " could not be noted");
      }
    }
  }
}
