package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.candb.CanDatabase;
import ca.edsquebec.trackingbms.candb.CanDatabases;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Upload;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/** A client's CAN databases: the list, and sending another. */
@Path("c/{client}/admin/can-databases")
@Requires(Permission.MANAGE_FLEET)
@Produces(MediaType.TEXT_HTML)
public final class CanDatabasesPage {

  private static final Set<String> DONE = Set.of("deleted");
  private static final String FILE = "file";

  private final CanDatabases databases;
  private final BatteryDirectory directory;

  /**
   * The list.
   *
   * @param detail what is wrong with the file that was sent, in English; empty for nothing
   * @param done what was just done; empty for nothing
   */
  public record ListView(List<Line> lines, Form form, String detail, String done) {}

  /** One of them, with the batteries whose frames are read by it. */
  public record Line(CanDatabase one, List<Battery> batteries) {

    /** Signals that mean something. */
    public int count() {
      return one.meanings().size();
    }
  }

  @Inject
  public CanDatabasesPage(CanDatabases databases, BatteryDirectory directory) {
    this.databases = databases;
    this.directory = directory;
  }

  @GET
  public Viewable list(
      @QueryParam("done") @DefaultValue("") String done,
      @Context Caller caller,
      @Context Visit visit) {
    caller.requireAllBatteries();
    return page(caller, visit, Form.empty(), "", DONE.contains(done) ? done : "");
  }

  /** Not a parameter of the method: a file is larger than forms may be. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(
      @Context ContainerRequestContext request,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by)
      throws IOException {
    caller.requireAllBatteries();
    try {
      SentFile sent =
          SentFile.of(
              Upload.named(
                  request.getMediaType(), request.getEntityStream(), FILE, CanDatabases.MAX_CHARS));
      String uid = databases.add(by, caller.tenant(), sent.name(), sent.text());
      return to(visit, "/" + uid + "?done=added");
    } catch (InvalidException e) {
      Refusal refusal = Refusal.of(e);
      Form form = Form.empty().wrong(FILE, refusal.text(visit.texts()));
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(page(caller, visit, form, refusal.detail(), ""))
          .build();
    }
  }

  private Viewable page(Caller caller, Visit visit, Form form, String detail, String done) {
    List<Line> lines =
        databases.all(caller.viewer()).stream()
            .map(one -> new Line(one, Readers.of(one, directory, caller)))
            .toList();
    return visit.page("candb/databases", new ListView(lines, form, detail, done));
  }

  private static Response to(Visit visit, String rest) {
    return Response.seeOther(URI.create(visit.at("/admin/can-databases" + rest))).build();
  }
}
