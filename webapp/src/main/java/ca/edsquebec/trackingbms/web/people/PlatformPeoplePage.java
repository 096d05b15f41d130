package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.ErasureRefused;
import ca.edsquebec.trackingbms.identity.People;
import ca.edsquebec.trackingbms.identity.Person;
import ca.edsquebec.trackingbms.identity.PersonErasure;
import ca.edsquebec.trackingbms.identity.PersonExport;
import ca.edsquebec.trackingbms.identity.RightsRefused;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.Tenants;
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
import java.time.Instant;
import java.util.List;
import org.glassfish.jersey.server.mvc.Viewable;

/** Everybody who has an account, to answer who asks for his data or wants to be forgotten. */
@Path("platform/people")
@RequiresPlatform
@Produces(MediaType.TEXT_HTML)
public final class PlatformPeoplePage {

  private static final int ROWS = 50;

  /**
   * Somebody.
   *
   * @param clients their names, with commas between; empty when none
   * @param lastSignIn in epoch milliseconds; null when never
   * @param self whether it is the one who looks
   */
  public record Row(Person person, String clients, Long lastSignIn, boolean self) {}

  /**
   * @param query what was searched for
   * @param more whether there are others, not shown
   * @param erased whether somebody was just erased
   */
  public record Found(List<Row> rows, String query, boolean more, boolean erased) {}

  /** One of them, and what was typed to erase. */
  public record One(Row row, Form form) {}

  private final People people;
  private final PersonExport export;
  private final PersonErasure erasure;
  private final Tenants tenants;

  @Inject
  public PlatformPeoplePage(
      People people, PersonExport export, PersonErasure erasure, Tenants tenants) {
    this.people = people;
    this.export = export;
    this.erasure = erasure;
    this.tenants = tenants;
  }

  @GET
  public Viewable search(
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("done") @DefaultValue("") String done,
      @Context Actor actor,
      @Context Visit visit) {
    List<Row> rows =
        people.search(query, ROWS + 1).stream().map(person -> row(person, actor)).toList();
    boolean more = rows.size() > ROWS;
    return visit.page(
        "people/platform-people",
        new Found(more ? rows.subList(0, ROWS) : rows, query.strip(), more, done.equals("erased")));
  }

  @GET
  @Path("{user}")
  public Viewable show(@PathParam("user") long user, @Context Actor actor, @Context Visit visit) {
    return page(user, Form.empty(), actor, visit);
  }

  @POST
  @Path("{user}/export")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  public Response export(@PathParam("user") long user, @Context Actor actor) {
    return PersonDownload.of(export.of(actor, user), user);
  }

  @POST
  @Path("{user}/erase")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response erase(
      @PathParam("user") long user,
      MultivaluedMap<String, String> sent,
      @Context Actor actor,
      @Context Visit visit) {
    Form form = Form.of(sent);
    String why;
    try {
      erasure.of(actor, user, form.value("confirmation"));
      return Response.seeOther(URI.create(visit.path("/platform/people?done=erased"))).build();
    } catch (InvalidException otherAddress) {
      why = visit.texts().of("person.confirmation-wrong", people.get(user).email());
    } catch (ErasureRefused last) {
      why = ErasureWords.text(last, tenants, visit.texts());
    } catch (RightsRefused himself) {
      why = visit.texts().of("person.self");
    }
    return Response.status(400)
        .entity(page(user, form.wrong("confirmation", why), actor, visit))
        .build();
  }

  private Viewable page(long user, Form form, Actor actor, Visit visit) {
    return visit.page("people/platform-person", new One(row(people.get(user), actor), form));
  }

  private Row row(Person person, Actor actor) {
    return new Row(
        person,
        ErasureWords.names(person.clients(), tenants),
        person.lastSignIn().map(Instant::toEpochMilli).orElse(null),
        actor.id().equals(Long.toString(person.id())));
  }
}
