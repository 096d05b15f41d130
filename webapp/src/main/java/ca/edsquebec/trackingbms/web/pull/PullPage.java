package ca.edsquebec.trackingbms.web.pull;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.intake.pull.Pull;
import ca.edsquebec.trackingbms.intake.pull.PullAddress;
import ca.edsquebec.trackingbms.intake.pull.PullDevice;
import ca.edsquebec.trackingbms.intake.pull.PullDevices;
import ca.edsquebec.trackingbms.intake.pull.PullHeard;
import ca.edsquebec.trackingbms.intake.pull.PullTrial;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.glassfish.jersey.server.mvc.Viewable;

/** Where somebody says at which address a battery is asked, and tries that beforehand. */
@Path("c/{client}/batteries/{id}/pull")
@Requires(Permission.MANAGE_FLEET)
@Produces(MediaType.TEXT_HTML)
public final class PullPage {

  private static final String ADDRESS = "address";

  private final Fleet fleet;
  private final PullDevices devices;
  private final PullTrial trial;
  private final Pull pull;

  @Inject
  public PullPage(Fleet fleet, PullDevices devices, PullTrial trial, Pull pull) {
    this.fleet = fleet;
    this.devices = devices;
    this.trial = trial;
    this.pull = pull;
  }

  @GET
  public Viewable show(@PathParam("id") String uid, @Context Caller caller, @Context Visit visit) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    Optional<PullDevice> device = devices.of(caller.viewer(), battery);
    Form form =
        device
            .map(known -> Form.empty().with(ADDRESS, known.address().toString()))
            .orElse(Form.empty());
    return page(new PullView(battery, form, device, Optional.empty()), visit);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @PathParam("id") String uid,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    Form form = checked(Form.of(sent), battery, visit);
    if (!form.isRefused()) {
      devices.set(by, caller.tenant(), battery, PullAddress.parse(form.value(ADDRESS)));
      pull.changed(caller.tenant());
      return back(battery, visit);
    }
    PullView view = view(form, battery, Optional.empty(), caller);
    return Response.status(400).entity(page(view, visit)).build();
  }

  /** Takes as long as listening does; 429 while another trial of this client goes on. */
  @POST
  @Path("test")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response test(
      @PathParam("id") String uid,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    Form form = checked(Form.of(sent), battery, visit);
    Optional<PullHeard> heard = Optional.empty();
    int status = 400;
    if (!form.isRefused()) {
      try {
        PullAddress address = PullAddress.parse(form.value(ADDRESS));
        heard = Optional.of(trial.listen(by, caller.tenant(), battery, address));
      } catch (BusyException busy) {
        form = form.wrong(ADDRESS, visit.texts().of("pull.wrong.busy"));
      } catch (TooSoonException often) {
        form = form.wrong(ADDRESS, visit.texts().of("pull.wrong.trying"));
        status = 429;
      }
    }
    PullView view = view(form, battery, heard, caller);
    return Response.status(form.isRefused() ? status : 200).entity(page(view, visit)).build();
  }

  @POST
  @Path("off")
  public Response off(
      @PathParam("id") String uid,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    devices.off(by, caller.tenant(), battery);
    return back(battery, visit);
  }

  /** Looks the host up; says what is wrong at the field. */
  private Form checked(Form form, Battery battery, Visit visit) {
    PullAddress address;
    try {
      address = PullAddress.parse(form.value(ADDRESS));
    } catch (InvalidException e) {
      return form.wrong(ADDRESS, visit.texts().of("pull.wrong.address"));
    }
    try {
      devices.check(battery, address);
      return form;
    } catch (InvalidException e) {
      boolean unfit = e.field().equals(ADDRESS);
      return form.wrong(
          ADDRESS, visit.texts().of(unfit ? "pull.wrong.connector" : "pull.wrong.host"));
    }
  }

  private PullView view(Form form, Battery battery, Optional<PullHeard> heard, Caller caller) {
    return new PullView(battery, form, devices.of(caller.viewer(), battery), heard);
  }

  private static Viewable page(PullView view, Visit visit) {
    return visit.in(view.battery().zone()).page("pull/pull", view);
  }

  private static Response back(Battery battery, Visit visit) {
    return Response.seeOther(URI.create(visit.at("/batteries/" + battery.uid() + "/pull"))).build();
  }
}
