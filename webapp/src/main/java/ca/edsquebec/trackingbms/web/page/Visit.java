package ca.edsquebec.trackingbms.web.page;

import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.platform.Formats;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.CallerPrincipal;
import ca.edsquebec.trackingbms.web.security.Csrf;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.mvc.Viewable;

/**
 * Somebody looks at a page: in which language, who, at which client. JSPs find it as {@code v}, its
 * texts as {@code t}, its formats as {@code f}, what the page itself shows as {@code it}.
 */
public final class Visit {

  private final HttpServletRequest request;

  // Of the page: while a JSP runs, the request tells the JSP's.
  private final String address;
  private final String query;
  private final Texts texts;
  private final Tenants tenants;
  private final Optional<Caller> caller;
  private final Csrf csrf;
  private final long now;
  private ZoneId zone = Fleet.DEFAULT_ZONE;

  Visit(HttpServletRequest request, Tenants tenants, Optional<Caller> caller, Csrf csrf, long now) {
    this.request = request;
    // Two slashes at its beginning would make a link of it lead to another host.
    this.address = request.getRequestURI().replaceFirst("^/{2,}", "/");
    this.query = request.getQueryString();
    this.tenants = tenants;
    this.caller = caller;
    this.csrf = csrf;
    this.now = now;
    this.texts = new Texts(ChosenLanguage.of(request));
  }

  /**
   * A page with times in the zone of most clients.
   *
   * @param view the JSP below {@code WEB-INF/jsp}, without its ending
   * @param model what it shows
   */
  public Viewable page(String view, Object model) {
    request.setAttribute("v", this);
    request.setAttribute("t", texts);
    request.setAttribute("f", new Formats(texts.locale(), zone));
    return new Viewable("/" + view, model);
  }

  /** The same visit, with times in the zone of the place that it shows. */
  public Visit in(ZoneId ofPlace) {
    zone = ofPlace;
    return this;
  }

  /** In which times are told. */
  public ZoneId zone() {
    return zone;
  }

  public Texts texts() {
    return texts;
  }

  /** For {@code lang} and for scripts: {@code fr-CA}. */
  public String language() {
    return texts.locale().toLanguageTag();
  }

  /** The language that this page is not in, for {@code lang} and in links. */
  public String otherLanguage() {
    return texts.locale().getLanguage().equals("fr") ? "en" : "fr";
  }

  /** This page in the other language. */
  public String inOtherLanguage() {
    String rest =
        query == null ? "" : query.replaceAll("(^|&)" + ChosenLanguage.PARAMETER + "=[^&]*", "");
    String wish = ChosenLanguage.PARAMETER + "=" + otherLanguage();
    return here() + "?" + (rest.isEmpty() ? wish : rest.replaceFirst("^&", "") + "&" + wish);
  }

  /** The address of this page without its query. */
  public String here() {
    return address;
  }

  /** An address of this portal, from its root on. */
  public String path(String path) {
    return request.getContextPath() + path;
  }

  /** An address at the client that this visit is about. */
  public String at(String path) {
    return path("/c/" + tenant().slug() + path);
  }

  /** True when this visit is about a client. */
  public boolean hasClient() {
    return caller.isPresent();
  }

  /** The client that this visit is about. */
  public Tenant client() {
    return tenants.get(tenant());
  }

  /** All clients of this person, by name. */
  public List<Tenant> clients() {
    return user().map(Principal.class::cast).or(this::share).stream()
        .flatMap(somebody -> somebody.tenants().stream())
        .flatMap(id -> tenants.find(id).stream())
        .filter(client -> client.status().isVisible())
        .sorted(Comparator.comparing(Tenant::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** When this page was made, in epoch milliseconds. */
  public long now() {
    return now;
  }

  /** For {@code datetime}: in UTC. */
  public String iso(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** False for NaN, which JSPs take for the largest number. */
  public boolean known(double value) {
    return !Double.isNaN(value);
  }

  /** The metric of that outside name, for {@code value(…)} of a battery. */
  public Metric metric(String name) {
    return Metric.named(name).orElseThrow();
  }

  /**
   * The length of that share of a line, for drawings.
   *
   * @param percent of 0 to 100; what lies beyond is drawn at the end; NaN as nothing
   */
  public double share(double percent, double length) {
    if (Double.isNaN(percent)) {
      return 0;
    }
    return Math.rint(Math.max(0, Math.min(100, percent)) / 100 * length * 10) / 10;
  }

  /** The first letters of up to two words of a name. */
  public String initials(String name) {
    return Arrays.stream(name.split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .limit(2)
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
        .collect(Collectors.joining())
        .toUpperCase(texts.locale());
  }

  /** The name that people call this person by. */
  public String personName() {
    return user().map(Principal.User::displayName).orElse("");
  }

  /** Whether somebody is signed in; whoever looks by a share link is not. */
  public boolean signedIn() {
    return user().isPresent();
  }

  /** Tells people apart; 0 for nobody. */
  public long personId() {
    return user().map(Principal.User::id).orElse(0L);
  }

  /** The client that this person looks as, for the platform; null when at none. */
  public Tenant supported() {
    return user()
        .flatMap(Principal.User::visit)
        .flatMap(it -> tenants.find(it.tenant()))
        .orElse(null);
  }

  /** Until when this person looks as a client, in epoch milliseconds. */
  public long supportedUntil() {
    return user().flatMap(Principal.User::visit).map(it -> it.until().toEpochMilli()).orElse(0L);
  }

  /** What this person is at the client, in words. */
  public String personRole() {
    if (caller.filter(Caller::isVisiting).isPresent()) {
      return texts.of("support.role");
    }
    return user()
        .flatMap(user -> Optional.ofNullable(user.memberships().get(tenant())))
        .map(membership -> roleName(membership.role()))
        .orElse("");
  }

  /** A text as part of an address. */
  public String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What a form carries to show that this page made it; for the tag that draws the field. */
  public String csrf() {
    return csrf.token(request);
  }

  /** What people call a role. */
  public String roleName(Role role) {
    return role.name().orElseGet(() -> texts.of("role." + role.id()));
  }

  /** Whether this person has that permission, by its name, at the client of this visit. */
  public boolean may(String permission) {
    return caller.isPresent() && caller.get().may(Permission.valueOf(permission));
  }

  /** Whether this person sees all batteries of the client of this visit. */
  public boolean seesAllBatteries() {
    return caller.map(Caller::seesAllBatteries).orElse(false);
  }

  /** Whether there is anything to administer for this person at the client of this visit. */
  public boolean mayAdminister() {
    return Arrays.stream(Permission.values())
        .filter(permission -> permission.name().startsWith("MANAGE_"))
        .anyMatch(permission -> may(permission.name()));
  }

  /** Whether this person administers the installation. */
  public boolean administersPlatform() {
    return user().map(Principal.User::platformAdmin).orElse(false);
  }

  /** Whether somebody looks by a share link. */
  public boolean shared() {
    return share().isPresent();
  }

  /** What the share link is for. */
  public String sharedTitle() {
    return share().map(Principal.Share::title).orElse("");
  }

  /** When the share link ends, in epoch milliseconds. */
  public long sharedUntil() {
    return share().map(link -> link.expiresAt().toEpochMilli()).orElse(0L);
  }

  private Optional<Principal.Share> share() {
    return request.getUserPrincipal() instanceof CallerPrincipal known
            && known.principal() instanceof Principal.Share share
        ? Optional.of(share)
        : Optional.empty();
  }

  private Optional<Principal.User> user() {
    return request.getUserPrincipal() instanceof CallerPrincipal known
            && known.principal() instanceof Principal.User user
        ? Optional.of(user)
        : Optional.empty();
  }

  private TenantId tenant() {
    return caller
        .orElseThrow(() -> new IllegalStateException("this page is about no client"))
        .tenant();
  }
}
