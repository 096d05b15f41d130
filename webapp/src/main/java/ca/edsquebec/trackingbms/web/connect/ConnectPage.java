package ca.edsquebec.trackingbms.web.connect;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.connector.CommonSettings;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.PublicAddress;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import org.glassfish.jersey.server.mvc.Viewable;

/** Where an installer sees whether a battery that sends by itself is heard, and rightly so. */
@Path("c/{client}/batteries/{id}/connect")
@Requires(Permission.MANAGE_FLEET)
@Produces(MediaType.TEXT_HTML)
public final class ConnectPage {

  private final Fleet fleet;
  private final BatteryDirectory directory;
  private final Listening listening;
  private final Checking checking;
  private final PublicAddress address;

  @Inject
  public ConnectPage(
      Fleet fleet,
      BatteryDirectory directory,
      Listening listening,
      Checking checking,
      PublicAddress address) {
    this.fleet = fleet;
    this.directory = directory;
    this.listening = listening;
    this.checking = checking;
    this.address = address;
  }

  /**
   * @param check present when the last hours are to be checked too
   */
  @GET
  public Viewable show(
      @PathParam("id") String uid,
      @QueryParam("check") String check,
      @Context HttpServletRequest request,
      @Context Caller caller,
      @Context Visit visit) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    visit.in(battery.zone());
    Optional<List<Checked>> checked =
        Optional.ofNullable(check)
            .map(asked -> checking.check(caller.viewer(), battery, visit.texts()));
    ConnectView view =
        new ConnectView(
            battery,
            listening.heard(caller.viewer(), battery),
            checked,
            Examples.of(battery, address.of(request, "")));
    return visit.page("connect/connect", view);
  }

  /** Turns the signs of current and power, or leaves them; sent twice it is the same. */
  @POST
  @Path("invert")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response invert(
      @PathParam("id") String uid,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    boolean inverted = Form.of(sent).value("inverted").equals("yes");
    var unused =
        fleet.configure(
            by,
            caller.tenant(),
            battery,
            settings -> CommonSettings.withInverted(settings, inverted));
    return back(battery, caller, visit);
  }

  /**
   * Has the voltage read in another scale, by the setting that does that; sent twice it is the
   * same, and without such a setting nothing changes.
   */
  @POST
  @Path("rescale")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response rescale(
      @PathParam("id") String uid,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    Battery battery = fleet.battery(caller.viewer(), uid);
    double factor = factor(Form.of(sent).value("factor"));
    var unused =
        fleet.configure(
            by,
            caller.tenant(),
            battery,
            given -> Scale.corrected(battery.connectorId(), given, factor).orElse(given));
    return back(battery, caller, visit);
  }

  /**
   * @throws InvalidException when it is no number
   */
  private static double factor(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidException("factor", "the factor must be a number");
    }
  }

  /** What comes from now on is read by the settings that were just changed. */
  private Response back(Battery battery, Caller caller, Visit visit) {
    directory.reload(caller.tenant());
    return Response.seeOther(URI.create(visit.at("/batteries/" + battery.uid() + "/connect")))
        .build();
  }
}
