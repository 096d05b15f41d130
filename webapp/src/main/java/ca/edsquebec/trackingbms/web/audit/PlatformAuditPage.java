package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.audit.Verification;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
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

/** Who did what of the installation; the clients' own chains are not shown here. */
@Path("platform/audit")
@RequiresPlatform
@Produces(MediaType.TEXT_HTML)
public final class PlatformAuditPage {

  private static final String VIEW = "audit/platform";

  private final Audit audit;
  private final AuditNames names;

  @Inject
  public PlatformAuditPage(Audit audit, AuditNames names) {
    this.audit = audit;
    this.names = names;
  }

  @GET
  public Viewable list(@Context UriInfo uri, @Context Visit visit) {
    return visit.page(VIEW, view(uri, visit));
  }

  @GET
  @Path("csv")
  @Produces("text/csv")
  public Response csv(@Context UriInfo uri, @Context Actor actor, @Context Visit visit) {
    AuditWords words = names.ofPlatform(visit);
    AuditAddress asked = words.typed().meant(AuditAddress.of(uri.getQueryParameters()));
    return AuditCsv.answer(
        audit, Optional.empty(), actor, asked.query(visit.zone(), AuditQuery.MAX_LIMIT), words);
  }

  /** Looks at the whole chain; that somebody did is in it, too. */
  @POST
  @Path("verify")
  public Viewable verify(@Context UriInfo uri, @Context Actor actor, @Context Visit visit) {
    Verification seen = audit.verify(Optional.empty());
    audit.record(
        Optional.empty(),
        actor,
        Change.made(Action.AUDIT_VERIFIED, "audit", Map.of("faults", "" + seen.faultCount())));
    return visit.page(VIEW, view(uri, visit).with(seen, visit.texts()));
  }

  private AuditView view(UriInfo uri, Visit visit) {
    return AuditView.of(
        audit,
        Optional.empty(),
        AuditAddress.of(uri.getQueryParameters()),
        names.ofPlatform(visit),
        visit.zone());
  }
}
