package ca.edsquebec.trackingbms.web.keys;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.ApiKey;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A client's API keys: the list, a new one, its name, its end. */
@Path("c/{client}/admin/keys")
@Requires(Permission.MANAGE_KEYS)
@Produces(MediaType.TEXT_HTML)
public final class KeysPage {

  /** After how many days a key may end; 0 for never. */
  private static final List<Integer> DAYS = List.of(30, 90, 365, 0);

  /**
   * What the page shows.
   *
   * @param done what was just done, the end of a text's key; empty for nothing
   * @param secret a key that was just made, whole; empty otherwise
   */
  public record Model(
      List<Line> keys,
      Form form,
      AccessText access,
      List<Integer> days,
      String done,
      String secret) {}

  /**
   * One key in the list.
   *
   * @param state the end of a text's key
   * @param access in words
   */
  public record Line(ApiKey key, String state, String access) {

    public boolean isGood() {
      return state.equals("good");
    }

    public boolean sends() {
      return key.scopes().contains(Scope.INGEST);
    }

    public boolean reads() {
      return key.scopes().contains(Scope.READ);
    }

    /** Epoch milliseconds; 0 for never. */
    public long expires() {
      return key.expiresAt().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Epoch milliseconds; 0 for never. */
    public long lastUsed() {
      return key.lastUsedAt().map(Instant::toEpochMilli).orElse(0L);
    }
  }

  private final ApiKeys keys;
  private final BatteryDirectory batteries;
  private final Clock clock;

  @Inject
  public KeysPage(ApiKeys keys, BatteryDirectory batteries, Clock clock) {
    this.keys = keys;
    this.batteries = batteries;
    this.clock = clock;
  }

  @GET
  public Response show(
      @QueryParam("done") String done, @Context Caller caller, @Context Visit visit) {
    Form fresh = Form.empty().with("scope", "ingest").with("days", "365").with("access", "own");
    return Response.ok(page(caller, visit, fresh, Done.of(done), "")).build();
  }

  @POST
  public Response create(
      MultivaluedMap<String, String> sent, @Context Caller caller, @Context Visit visit) {
    Form form = Form.of(sent);
    AccessText access = access(caller);
    try {
      Maker maker = Maker.of(caller.actor(), caller.principal(), caller.tenant());
      KeyWish wish =
          new KeyWish(
              form.value("name"),
              scopes(form),
              access.chosen(form, maker.access()),
              end(form.value("days")));
      NewKey made = keys.create(maker, caller.tenant(), wish);
      // Not by way of another address: a secret is shown in the answer to its making, and nowhere.
      return Response.ok(page(caller, visit, Form.empty(), "created", made.text())).build();
    } catch (InvalidException e) {
      Form again = form.wrong(e.field(), Faults.words(e, visit.texts()));
      return Response.status(400).entity(page(caller, visit, again, "", "")).build();
    }
  }

  @POST
  @Path("{id}/name")
  public Response rename(
      @PathParam("id") String id,
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit) {
    try {
      keys.rename(
          Maker.of(caller.actor(), caller.principal(), caller.tenant()),
          caller.tenant(),
          id,
          Form.of(sent).value("name"));
    } catch (InvalidException e) {
      Form wrong = Form.empty().wrong("name-" + id, Faults.words(e, visit.texts()));
      return Response.status(400).entity(page(caller, visit, wrong, "", "")).build();
    }
    return back(visit, "renamed");
  }

  @POST
  @Path("{id}/revoke")
  public Response revoke(@PathParam("id") String id, @Context Caller caller, @Context Visit visit) {
    keys.revoke(Maker.of(caller.actor(), caller.principal(), caller.tenant()), caller.tenant(), id);
    return back(visit, "revoked");
  }

  private Object page(Caller caller, Visit visit, Form form, String done, String secret) {
    AccessText access = access(caller);
    Instant now = clock.instant();
    List<Line> lines =
        keys.list(caller.tenant()).stream()
            .sorted(Comparator.comparing(ApiKey::createdAt).reversed())
            .map(
                key ->
                    new Line(
                        key,
                        key.state(now).name().toLowerCase(Locale.ROOT),
                        access.words(key.access(), visit.texts())))
            .sorted(Comparator.comparing(line -> !line.isGood()))
            .toList();
    return visit.page("keys/keys", new Model(lines, form, access, DAYS, done, secret));
  }

  private AccessText access(Caller caller) {
    return new AccessText(batteries, caller.viewer());
  }

  private static Set<Scope> scopes(Form form) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    if (form.has("scope", "ingest")) {
      scopes.add(Scope.INGEST);
    }
    if (form.has("scope", "read")) {
      scopes.add(Scope.READ);
    }
    return scopes;
  }

  private Optional<Instant> end(String days) {
    return DAYS.stream()
        .filter(offered -> offered > 0 && offered.toString().equals(days))
        .findFirst()
        .map(offered -> clock.instant().plus(Duration.ofDays(offered)));
  }

  private static Response back(Visit visit, String done) {
    return Response.seeOther(URI.create(visit.at("/admin/keys?done=" + done))).build();
  }
}
