package ca.edsquebec.trackingbms.web.account;

import ca.edsquebec.trackingbms.identity.Devices;
import ca.edsquebec.trackingbms.identity.Passwords;
import ca.edsquebec.trackingbms.identity.Profiles;
import ca.edsquebec.trackingbms.identity.SecondFactor;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.identity.SignInRefused;
import ca.edsquebec.trackingbms.identity.SignInThrottled;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.BrowserSession;
import ca.edsquebec.trackingbms.web.security.RequiresSignIn;
import ca.edsquebec.trackingbms.web.signin.PasswordWords;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A person's own account. */
@Path("account")
@RequiresSignIn
@Produces(MediaType.TEXT_HTML)
public final class AccountPage {

  private static final String VIEW = "account/account";
  private static final Set<String> DONE =
      Set.of("profile", "password", "session", "sessions", "device", "factor-off");

  private final Profiles profiles;
  private final Passwords passwords;
  private final SecondFactor factor;
  private final Sessions sessions;
  private final Devices devices;
  private final BrowserSession browser;

  @Inject
  public AccountPage(
      Profiles profiles,
      Passwords passwords,
      SecondFactor factor,
      Sessions sessions,
      Devices devices,
      BrowserSession browser) {
    this.profiles = profiles;
    this.passwords = passwords;
    this.factor = factor;
    this.sessions = sessions;
    this.devices = devices;
    this.browser = browser;
  }

  @GET
  public Response show(
      @QueryParam("done") @DefaultValue("") String done,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Person person = Person.of(request);
    return page(person, stored(person), Form.empty(), DONE.contains(done) ? done : "", visit, 200);
  }

  @POST
  @Path("profile")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response changeProfile(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Person person = Person.of(request);
    Form form = Form.of(sent);
    Locale locale = form.has("language", "en") ? Locale.CANADA : Locale.CANADA_FRENCH;
    try {
      profiles.change(person.actor(), person.id(), form.value("name"), locale);
    } catch (InvalidException refused) {
      Form again = form.wrong("name", visit.texts().of("account.name.refused"));
      return page(person, again, Form.empty(), "", visit, 400);
    }
    return done(visit, "profile");
  }

  @POST
  @Path("password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response changePassword(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Person person = Person.of(request);
    Form form =
        PasswordWords.judged(
            Form.of(sent),
            "password",
            visit.texts(),
            person.user().email(),
            person.user().displayName());
    if (form.isRefused()) {
      return page(person, stored(person), form, "", visit, 400);
    }
    try {
      passwords.change(
          person.actor(),
          person.id(),
          form.raw("current"),
          form.raw("password"),
          person.user().sessionId(),
          browser.device(request));
    } catch (SignInRefused refused) {
      Form again = form.wrong("current", visit.texts().of("account.current.refused"));
      return page(person, stored(person), again, "", visit, 400);
    } catch (SignInThrottled throttled) {
      long minutes = throttled.retryAfter().plusSeconds(59).toMinutes();
      Form again = form.wrong("current", visit.texts().of("signin.throttled", minutes));
      return page(person, stored(person), again, "", visit, 429);
    }
    return done(visit, "password");
  }

  @POST
  @Path("sessions/revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Person person = Person.of(request);
    sessions.revoke(person.actor(), person.id(), Form.of(sent).value("session"));
    return done(visit, "session");
  }

  @POST
  @Path("sessions/revoke-others")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revokeOthers(@Context HttpServletRequest request, @Context Visit visit) {
    Person person = Person.of(request);
    sessions.revokeAll(person.actor(), person.id(), Optional.of(person.user().sessionId()));
    return done(visit, "sessions");
  }

  @POST
  @Path("devices/distrust")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response distrust(
      MultivaluedMap<String, String> sent,
      @Context HttpServletRequest request,
      @Context Visit visit) {
    Person person = Person.of(request);
    String device = Form.of(sent).value("device");
    if (!device.matches("\\d{1,18}")) {
      throw new InvalidException("device", "\"device\" is not a device of this account");
    }
    devices.distrust(person.actor(), person.id(), Long.parseLong(device));
    return done(visit, "device");
  }

  private static Form stored(Person person) {
    return Form.empty()
        .with("name", person.user().displayName())
        .with("language", person.user().locale().getLanguage());
  }

  private static Response done(Visit visit, String what) {
    return Response.seeOther(URI.create(visit.path("/account?done=" + what))).build();
  }

  private Response page(
      Person person, Form profile, Form password, String done, Visit visit, int status) {
    Instant now = Instant.ofEpochMilli(visit.now());
    AccountView view =
        new AccountView(
            person.user().email(),
            profile,
            password,
            factor.state(person.id()),
            sessions.list(person.id()),
            person.user().sessionId(),
            devices.list(person.id()).stream()
                .filter(device -> device.trustedUntil().filter(now::isBefore).isPresent())
                .toList(),
            done);
    return Response.status(status).entity(visit.page(VIEW, view)).build();
  }
}
