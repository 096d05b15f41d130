package ca.edsquebec.trackingbms.web.page;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.web.problem.Language;
import ca.edsquebec.trackingbms.web.security.CallerPrincipal;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In which language a page is: the one that its link asks for, else the one chosen in this browser,
 * else the person's own, else what the browser prefers; French when nothing else is said.
 */
final class ChosenLanguage {

  static final String PARAMETER = "lang";

  private static final String COOKIE = "tbms_lang";
  private static final Duration KEPT = Duration.ofDays(365);

  private ChosenLanguage() {}

  static Locale of(HttpServletRequest request) {
    return asked(request)
        .or(() -> cookie(request))
        .or(() -> person(request))
        .orElseGet(() -> Language.preferred(request.getHeader("Accept-Language")));
  }

  /** Keeps what the link asked for. */
  static void remember(HttpServletRequest request, HttpServletResponse response) {
    asked(request)
        .ifPresent(
            locale -> {
              Cookie cookie = new Cookie(COOKIE, locale.getLanguage());
              cookie.setPath(request.getContextPath() + "/");
              cookie.setHttpOnly(true);
              cookie.setAttribute("SameSite", "Lax");
              cookie.setMaxAge((int) KEPT.toSeconds());
              response.addCookie(cookie);
            });
  }

  // Not getParameter: that would read the body of a form.
  private static Optional<Locale> asked(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? Optional.empty()
        : Arrays.stream(query.split("&", -1))
            .filter(part -> part.startsWith(PARAMETER + "="))
            .map(part -> part.substring(PARAMETER.length() + 1))
            .flatMap(name -> locale(name).stream())
            .findFirst();
  }

  private static Optional<Locale> cookie(HttpServletRequest request) {
    Cookie[] sent = request.getCookies();
    return sent == null
        ? Optional.empty()
        : Arrays.stream(sent)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .flatMap(cookie -> locale(cookie.getValue()).stream())
            .findFirst();
  }

  private static Optional<Locale> person(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof CallerPrincipal known
            && known.principal() instanceof Principal.User user
        ? locale(user.locale().getLanguage())
        : Optional.empty();
  }

  private static Optional<Locale> locale(String language) {
    return switch (language) {
      case "fr" -> Optional.of(Locale.CANADA_FRENCH);
      case "en" -> Optional.of(Locale.CANADA);
      default -> Optional.empty();
    };
  }
}
