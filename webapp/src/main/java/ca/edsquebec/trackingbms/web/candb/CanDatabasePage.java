package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.candb.CanDatabase;
import ca.edsquebec.trackingbms.candb.CanDatabases;
import ca.edsquebec.trackingbms.connector.dbc.DbcMapping;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
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
import java.util.HashSet;
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/** What the signals of a CAN database mean, and whose frames are read by it. */
@Path("c/{client}/admin/can-databases/{id}")
@Requires(Permission.MANAGE_FLEET)
@Produces(MediaType.TEXT_HTML)
public final class CanDatabasePage {

  private static final Set<String> DONE = Set.of("added", "saved", "used");
  private static final String BATTERIES = "batteries";

  private final CanDatabases databases;
  private final CanDatabaseDesk desk;

  @Inject
  public CanDatabasePage(CanDatabases databases, CanDatabaseDesk desk) {
    this.databases = databases;
    this.desk = desk;
  }

  @GET
  public Viewable show(
      @PathParam("id") String uid,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("done") @DefaultValue("") String done,
      @Context Caller caller,
      @Context Visit visit) {
    Opened opened = desk.open(caller, uid, page);
    String told = DONE.contains(done) ? done : "";
    return desk.page(caller, visit, opened, stored(opened), "", told);
  }

  /** Shows what the frames say under the mapping of the form, and saves nothing. */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response preview(
      @PathParam("id") String uid,
      @QueryParam("page") @DefaultValue("1") int page,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit) {
    Opened opened = desk.open(caller, uid, page);
    Form form = checked(Form.of(sent), opened.signals(), visit);
    return Response.ok(desk.page(caller, visit, opened, form, "", "")).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @PathParam("id") String uid,
      @QueryParam("page") @DefaultValue("1") int page,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Opened opened = desk.open(caller, uid, page);
    Form form = checked(Form.of(sent), opened.signals(), visit);
    String detail = "";
    if (!form.isRefused()) {
      Form good = form;
      try {
        databases.map(by, caller.tenant(), uid, all -> desk.merged(all, good, opened.signals()));
        return to(visit, "/" + uid + "?done=saved&page=" + opened.signals().page());
      } catch (InvalidException e) {
        form = form.wrong("signals", visit.texts().of("candb.wrong.mapping"));
        detail = e.getMessage();
      }
    }
    return refused(desk.page(caller, visit, opened, form, detail, ""));
  }

  @POST
  @Path("batteries")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response use(
      @PathParam("id") String uid,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    caller.requireAllBatteries();
    CanDatabase one = databases.named(caller.viewer(), uid);
    Set<Battery> chosen = new HashSet<>();
    for (String wanted : Form.of(sent).chosen(BATTERIES)) {
      chosen.add(desk.battery(caller, wanted));
    }
    databases.use(by, caller.tenant(), one.uid(), chosen);
    return to(visit, "/" + uid + "?done=used");
  }

  @POST
  @Path("delete")
  public Response delete(
      @PathParam("id") String uid,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Opened opened = desk.open(caller, uid, 1);
    try {
      databases.delete(by, caller.tenant(), uid);
    } catch (InvalidException e) {
      Form form = stored(opened).wrong("readers", visit.texts().of("candb.wrong.used"));
      return refused(desk.page(caller, visit, opened, form, "", ""));
    }
    return to(visit, "?done=deleted");
  }

  private static Form stored(Opened opened) {
    Form form = Form.empty();
    for (Signals.Place place : opened.signals().here()) {
      form = MeaningFields.with(form, place, opened.one().meanings().getOrDefault(place.key(), ""));
    }
    return form;
  }

  private static Form checked(Form sent, Signals signals, Visit visit) {
    Form form = sent;
    for (Signals.Place place : signals.here()) {
      String meaning = MeaningFields.meaning(form, place);
      if (!meaning.isEmpty()
          && DbcMapping.fault(place.message(), place.signal(), meaning).isPresent()) {
        form =
            form.wrong(
                MeaningFields.kind(place), visit.texts().of("candb.wrong.meaning", place.key()));
      }
    }
    return form;
  }

  private static Response refused(Viewable page) {
    return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
  }

  private static Response to(Visit visit, String rest) {
    return Response.seeOther(URI.create(visit.at("/admin/can-databases" + rest))).build();
  }
}
