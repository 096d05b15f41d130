package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.AuditPage;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A client's audit as JSON, newest first; filters as the page's. */
@Path("api/v1/audit")
@Requires(Permission.VIEW_AUDIT)
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

  /**
   * @param actor such as {@code user:12}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Json(
      long seq,
      Instant at,
      String actor,
      String address,
      String action,
      String object,
      Map<String, String> before,
      Map<String, String> after) {}

  /**
   * @param next for {@code before}; absent when there are none older
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Some(List<Json> items, Long next) {}

  private final Audit audit;

  @Inject
  public AuditResource(Audit audit) {
    this.audit = audit;
  }

  @GET
  public Some list(@Context UriInfo uri, @Context Caller caller, @Context Visit visit) {
    AuditAddress asked = AuditAddress.of(uri.getQueryParameters());
    AuditPage page =
        audit.list(Optional.of(caller.tenant()), asked.query(visit.zone(), AuditView.ROWS));
    return new Some(
        page.entries().stream().map(AuditResource::json).toList(),
        page.next().isPresent() ? page.next().getAsLong() : null);
  }

  private static Json json(Entry entry) {
    return new Json(
        entry.seq(),
        entry.at(),
        AuditRow.filter(entry.actor()),
        entry.actor().address(),
        AuditAddress.word(entry.change().action()),
        entry.change().object(),
        entry.change().before(),
        entry.change().after());
  }
}
