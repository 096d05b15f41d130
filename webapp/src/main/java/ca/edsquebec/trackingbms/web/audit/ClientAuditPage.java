package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.audit.Verification;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.mvc.Viewable;

/** Who did what at a client. */
@Path("c/{client}/admin/audit")
@Requires(Permission.VIEW_AUDIT)
@Produces(MediaType.TEXT_HTML)
public final class ClientAuditPage {

  private static final String VIEW = "audit/client";

  private final Audit audit;
  private final AuditNames names;

  @Inject
  public ClientAuditPage(Audit audit, AuditNames names) {
    this.audit = audit;
    this.names = names;
  }

  @GET
  public Viewable list(@Context UriInfo uri, @Context Caller caller, @Context Visit visit) {
    return visit.page(VIEW, view(uri, caller, visit));
  }

  @GET
  @Path("csv")
  @Produces("text/csv")
  public Response csv(@Context UriInfo uri, @Context Caller caller, @Context Visit visit) {
    AuditWords words = names.ofClient(caller, visit);
    AuditAddress asked = words.typed().meant(AuditAddress.of(uri.getQueryParameters()));
    return AuditCsv.answer(
        audit,
        chain(caller),
        caller.actor(),
        asked.query(visit.zone(), AuditQuery.MAX_LIMIT),
        words);
  }

  /** Looks at the whole chain; that somebody did is in it, too. */
  @POST
  @Path("verify")
  public Viewable verify(@Context UriInfo uri, @Context Caller caller, @Context Visit visit) {
    Verification seen = audit.verify(chain(caller));
    audit.record(
        chain(caller),
        caller.actor(),
        Change.made(Action.AUDIT_VERIFIED, "audit", Map.of("faults", "" + seen.faultCount())));
    return visit.page(VIEW, view(uri, caller, visit).with(seen, visit.texts()));
  }

  private AuditView view(UriInfo uri, Caller caller, Visit visit) {
    return AuditView.of(
        audit,
        chain(caller),
        AuditAddress.of(uri.getQueryParameters()),
        names.ofClient(caller, visit),
        visit.zone());
  }

  private static Optional<TenantId> chain(Caller caller) {
    return Optional.of(caller.tenant());
  }
}
