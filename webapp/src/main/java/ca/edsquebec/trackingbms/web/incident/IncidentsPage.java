package ca.edsquebec.trackingbms.web.incident;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.incident.Incidents;
import ca.edsquebec.trackingbms.incident.RecordedIncident;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/** The register of confidentiality incidents. */
@Path("platform/incidents")
@RequiresPlatform
@Produces(MediaType.TEXT_HTML)
public final class IncidentsPage {

  private static final int ROWS = 50;
  private static final Set<String> DONE = Set.of("recorded", "changed");

  /**
   * @param older the number behind which older ones are; 0 when there are none
   * @param done what was just done; empty for nothing
   */
  public record Register(List<RecordedIncident> incidents, long older, String done) {}

  /**
   * @param id 0 for one that is not in the register yet
   */
  public record One(long id, Form form) {

    public boolean isNew() {
      return id == 0;
    }
  }

  private final Incidents incidents;
  private final Audit audit;

  @Inject
  public IncidentsPage(Incidents incidents, Audit audit) {
    this.incidents = incidents;
    this.audit = audit;
  }

  @GET
  public Viewable list(
      @QueryParam("before") @DefaultValue("") String before,
      @QueryParam("done") @DefaultValue("") String done,
      @Context Visit visit) {
    List<RecordedIncident> found = incidents.list(number(before), ROWS + 1);
    List<RecordedIncident> shown = found.subList(0, Math.min(ROWS, found.size()));
    long older = found.size() > ROWS ? shown.get(ROWS - 1).id() : 0;
    return visit.page(
        "incident/incidents", new Register(shown, older, DONE.contains(done) ? done : ""));
  }

  @GET
  @Path("csv")
  @Produces("text/csv")
  public Response csv(@Context Actor by, @Context Visit visit) {
    return IncidentsCsv.answer(incidents, audit, by, visit.texts());
  }

  @GET
  @Path("new")
  public Viewable blank(@Context Visit visit) {
    return visit.page("incident/incident", new One(0, Form.empty()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response record(
      MultivaluedMap<String, String> sent, @Context Actor by, @Context Visit visit) {
    IncidentForm read = IncidentForm.read(Form.of(sent), incidents, visit.texts());
    if (read.form().isRefused()) {
      return refused(0, read.form(), visit);
    }
    incidents.record(by, read.incident());
    return done(visit, "recorded");
  }

  @GET
  @Path("{id}")
  public Viewable show(@PathParam("id") long id, @Context Visit visit) {
    return visit.page("incident/incident", new One(id, stored(id)));
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("id") long id,
      MultivaluedMap<String, String> sent,
      @Context Actor by,
      @Context Visit visit) {
    incidents.get(id);
    IncidentForm read = IncidentForm.read(Form.of(sent), incidents, visit.texts());
    if (read.form().isRefused()) {
      return refused(id, read.form(), visit);
    }
    try {
      incidents.change(by, id, read.incident(), version(read.form()));
      return done(visit, "changed");
    } catch (InvalidException changedMeanwhile) {
      String why = visit.texts().of("incident.fault.version");
      return refused(id, read.form().wrong("occurred", why), visit);
    }
  }

  private Form stored(long id) {
    RecordedIncident known = incidents.get(id);
    return IncidentForm.of(known.incident()).with("version", Integer.toString(known.version()));
  }

  private static int version(Form form) {
    String version = form.value("version");
    return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
  }

  private static Optional<Long> number(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("\\d{1,18}")) {
      throw new InvalidException("before", "\"%s\" is not an incident's number".formatted(text));
    }
    return Optional.of(Long.valueOf(text));
  }

  private static Response done(Visit visit, String done) {
    return Response.seeOther(URI.create(visit.path("/platform/incidents?done=" + done))).build();
  }

  private static Response refused(long id, Form form, Visit visit) {
    return Response.status(400).entity(visit.page("incident/incident", new One(id, form))).build();
  }
}
