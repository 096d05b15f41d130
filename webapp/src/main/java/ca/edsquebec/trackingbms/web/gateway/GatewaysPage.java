package ca.edsquebec.trackingbms.web.gateway;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.gateway.Gateway;
import ca.edsquebec.trackingbms.gateway.GatewayWish;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.identity.ApiKey;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/**
 * A client's gateways: the list, one of them, a new one. What a gateway is concerns the whole
 * client: who sees some of its batteries only may look.
 */
@Path("c/{client}/admin/gateways")
@Requires(Permission.MANAGE_FLEET)
@Produces(MediaType.TEXT_HTML)
public final class GatewaysPage {

  private static final Set<String> DONE = Set.of("created", "saved", "deleted");
  private static final String CODE = "code";
  private static final String BATTERIES = "batteries";

  private final Gateways gateways;
  private final GatewayDesk desk;

  /**
   * The list.
   *
   * @param changeable whether the reader may change them
   * @param done what was just done; empty for nothing
   */
  public record ListView(List<GatewayRow> rows, boolean changeable, String done) {

    /** How many batteries are behind silent ones. */
    public int cutOff() {
      return rows.stream().filter(GatewayRow::isSilent).mapToInt(GatewayRow::count).sum();
    }

    /** How many are silent with something behind them. */
    public int silent() {
      return (int) rows.stream().filter(row -> row.isSilent() && row.count() > 0).count();
    }
  }

  /**
   * One of them, or a new one.
   *
   * @param row empty for a new one
   * @param keys to choose from; none for who does not manage keys
   */
  public record OneView(
      Optional<GatewayRow> row, Form form, List<ApiKey> keys, boolean changeable) {

    public boolean isNew() {
      return row.isEmpty();
    }
  }

  @Inject
  public GatewaysPage(Gateways gateways, GatewayDesk desk) {
    this.gateways = gateways;
    this.desk = desk;
  }

  @GET
  public Viewable list(
      @QueryParam("done") @DefaultValue("") String done,
      @Context Caller caller,
      @Context Visit visit) {
    return visit.page(
        "gateway/gateways",
        new ListView(desk.all(caller), caller.seesAllBatteries(), DONE.contains(done) ? done : ""));
  }

  @GET
  @Path("new")
  public Viewable empty(@Context Caller caller, @Context Visit visit) {
    caller.requireAllBatteries();
    return page(
        caller,
        visit,
        Optional.empty(),
        Form.empty().with("silent", Long.toString(GatewayWish.USUAL.toMinutes())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    caller.requireAllBatteries();
    Form form = Form.of(sent);
    try {
      GatewayWish wish = wish(caller, form, Set.of());
      gateways.create(by, caller.tenant(), form.value(CODE), wish);
    } catch (InvalidException e) {
      return refused(page(caller, visit, Optional.empty(), wrong(form, e, caller, visit)));
    }
    return to(visit, "created");
  }

  @GET
  @Path("{id}")
  public Viewable one(@PathParam("id") String uid, @Context Caller caller, @Context Visit visit) {
    GatewayRow row = desk.one(caller, uid);
    Gateway gateway = row.gateway();
    Form form =
        Form.empty()
            .with("name", gateway.name())
            .with("silent", Long.toString(gateway.silentAfter().toMinutes()))
            .with(
                BATTERIES, String.join(", ", row.batteries().stream().map(Battery::code).toList()))
            .with("key", gateway.keys().toArray(String[]::new));
    return page(caller, visit, Optional.of(row), form);
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @PathParam("id") String uid,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    caller.requireAllBatteries();
    Form form = Form.of(sent);
    GatewayRow row = desk.one(caller, uid);
    try {
      gateways.change(by, caller.tenant(), uid, wish(caller, form, row.gateway().keys()));
    } catch (InvalidException e) {
      return refused(page(caller, visit, Optional.of(row), wrong(form, e, caller, visit)));
    }
    return to(visit, "saved");
  }

  @POST
  @Path("{id}/delete")
  public Response delete(
      @PathParam("id") String uid,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    caller.requireAllBatteries();
    gateways.delete(by, caller.tenant(), uid);
    return to(visit, "deleted");
  }

  private GatewayWish wish(Caller caller, Form form, Set<String> held) {
    boolean chooses = caller.may(Permission.MANAGE_KEYS);
    return new GatewayWish(
        form.value("name").isEmpty() ? form.value(CODE) : form.value("name"),
        minutes(form.value("silent")),
        chooses ? desk.checkedKeys(caller, form.chosen("key"), held) : held,
        desk.batteries(caller, codes(form)));
  }

  private static List<String> codes(Form form) {
    return Arrays.stream(form.value(BATTERIES).split("[\\s,;]+"))
        .filter(code -> !code.isEmpty())
        .toList();
  }

  private static Duration minutes(String text) {
    return text.matches("\\d{1,6}") ? Duration.ofMinutes(Long.parseLong(text)) : Duration.ZERO;
  }

  private Viewable page(Caller caller, Visit visit, Optional<GatewayRow> row, Form form) {
    boolean changeable = caller.seesAllBatteries();
    Set<String> held = row.map(one -> one.gateway().keys()).orElse(Set.of());
    List<ApiKey> keys =
        changeable && caller.may(Permission.MANAGE_KEYS) ? desk.keys(caller, held) : List.of();
    return visit.page("gateway/gateway", new OneView(row, form, keys, changeable));
  }

  private Form wrong(Form form, InvalidException e, Caller caller, Visit visit) {
    return switch (e.field()) {
      case CODE -> form.wrong(CODE, visit.texts().of("gateways.wrong.code"));
      case "silentAfter" -> form.wrong("silent", visit.texts().of("gateways.wrong.silent"));
      case BATTERIES ->
          form.wrong(
              BATTERIES, visit.texts().of("gateways.wrong.batteries", unknown(caller, form)));
      case "keys" -> form.wrong("keys", visit.texts().of("gateways.wrong.keys"));
      default -> form.wrong("name", visit.texts().of("gateways.wrong.name"));
    };
  }

  private String unknown(Caller caller, Form form) {
    return desk.unknown(caller, codes(form)).orElse("");
  }

  private static Response refused(Viewable page) {
    return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
  }

  private static Response to(Visit visit, String done) {
    return Response.seeOther(URI.create(visit.at("/admin/gateways?done=" + done))).build();
  }
}
