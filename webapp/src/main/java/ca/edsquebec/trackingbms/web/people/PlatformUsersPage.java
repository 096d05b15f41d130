package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.PlatformAdministrators;
import ca.edsquebec.trackingbms.identity.RightsRefused;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import jakarta.inject.Inject;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/** Who administers the installation. */
@Path("platform/users")
@RequiresPlatform
@Produces(MediaType.TEXT_HTML)
public final class PlatformUsersPage {

  private static final String VIEW = "people/platform-users";
  private static final Set<String> DONE = Set.of("added", "removed");

  /**
   * @param lastSignIn in epoch milliseconds; null when never
   */
  public record Row(long id, String name, String email, Long lastSignIn, boolean self) {}

  /**
   * @param form with {@code email}, to add somebody
   * @param refused why somebody was not removed; empty unless that was asked for
   */
  public record Administrators(List<Row> rows, Form form, String done, String refused) {}

  private final PlatformAdministrators administrators;

  @Inject
  public PlatformUsersPage(PlatformAdministrators administrators) {
    this.administrators = administrators;
  }

  @GET
  public Viewable list(
      @QueryParam("done") String done, @Context Actor actor, @Context Visit visit) {
    String known = done != null && DONE.contains(done) ? done : "";
    return page(Form.empty(), known, "", actor, visit);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(
      MultivaluedMap<String, String> sent, @Context Actor actor, @Context Visit visit) {
    Form form = Form.of(sent);
    try {
      administrators.add(actor, form.value("email"));
      return done(visit, "added");
    } catch (InvalidException e) {
      Form wrong = form.wrong("email", visit.texts().of("people.no-account"));
      return Response.status(400).entity(page(wrong, "", "", actor, visit)).build();
    }
  }

  @POST
  @Path("{user}/remove")
  public Response remove(@PathParam("user") long user, @Context Actor actor, @Context Visit visit) {
    try {
      administrators.remove(actor, user);
      return done(visit, "removed");
    } catch (RightsRefused refused) {
      String why = Refusals.text(refused, visit.texts());
      return Response.status(400).entity(page(Form.empty(), "", why, actor, visit)).build();
    }
  }

  private static Response done(Visit visit, String done) {
    return Response.seeOther(URI.create(visit.path("/platform/users?done=" + done))).build();
  }

  private Viewable page(Form form, String done, String refused, Actor actor, Visit visit) {
    List<Row> rows =
        administrators.list().stream()
            .map(
                one ->
                    new Row(
                        one.id(),
                        one.displayName(),
                        one.email(),
                        one.lastSignIn().map(Instant::toEpochMilli).orElse(null),
                        actor.id().equals(Long.toString(one.id()))))
            .toList();
    return visit.page(VIEW, new Administrators(rows, form, done, refused));
  }
}
