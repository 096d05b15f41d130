package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Device;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Renewal;
import ca.edsquebec.trackingbms.identity.SessionKind;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a browser keeps of a sign-in: an access token for a quarter of an hour, a refresh token by
 * which any request goes on after that, and for a year by what this device is known.
 */
public final class BrowserSession {

  private static final Duration DEVICE_KEPT = Duration.ofDays(365);
  private static final Duration STEP_KEPT = Duration.ofMinutes(10);
  private static final String BETWEEN = ".";

  /** People who share a browser; the one who came first is forgotten first. */
  private static final int DEVICES_KEPT = 5;

  private final Cookies cookies;
  private final ShareCookie share;
  private final Sessions sessions;
  private final Renewal renewal;

  public BrowserSession(Cookies cookies, ShareCookie share, Sessions sessions, Renewal renewal) {
    this.cookies = cookies;
    this.share = share;
    this.sessions = sessions;
    this.renewal = renewal;
  }

  /** Whether the request carries anything that we gave to a browser that signed in. */
  boolean isIn(HttpServletRequest request) {
    return cookies.get(request, Cookies.ACCESS).isPresent()
        || cookies.get(request, Cookies.REFRESH).isPresent();
  }

  /** Who it is; a session whose access token has run out goes on, with new cookies. */
  public Optional<Principal> recognise(HttpServletRequest request, HttpServletResponse response) {
    Optional<Principal> known =
        cookies
            .get(request, Cookies.ACCESS)
            .flatMap(token -> sessions.authenticate(SessionKind.BROWSER, token));
    return known.isPresent() ? known : renewed(request, response);
  }

  private Optional<Principal> renewed(HttpServletRequest request, HttpServletResponse response) {
    if (!isIn(request)) {
      return Optional.empty();
    }
    Optional<SignedIn> in =
        cookies
            .get(request, Cookies.REFRESH)
            .flatMap(token -> renewal.renew(SessionKind.BROWSER, token, request.getRemoteAddr()));
    in.ifPresentOrElse(
        signedIn -> keep(request, response, signedIn), () -> forget(request, response));
    return in.map(SignedIn::principal);
  }

  /** Gives the browser what it needs to go on. */
  public void keep(HttpServletRequest request, HttpServletResponse response, SignedIn in) {
    cookies.set(request, response, Cookies.ACCESS, in.accessToken(), Cookies.UNTIL_CLOSED);
    cookies.set(request, response, Cookies.REFRESH, in.refreshToken(), Cookies.UNTIL_CLOSED);
    in.deviceSecret()
        .ifPresent(
            secret -> {
              String all =
                  Stream.concat(Stream.of(secret), secrets(request).stream())
                      .limit(DEVICES_KEPT)
                      .collect(Collectors.joining(BETWEEN));
              cookies.set(request, response, Cookies.DEVICE, all, DEVICE_KEPT);
            });
    if (step(request).isPresent()) {
      cookies.clear(request, response, Cookies.STEP);
    }
    // Who signs in wants to see their own.
    share.clear(request, response);
  }

  /** Takes back what {@link #keep} gave, but for what the device is known by. */
  public void forget(HttpServletRequest request, HttpServletResponse response) {
    cookies.clear(request, response, Cookies.ACCESS);
    cookies.clear(request, response, Cookies.REFRESH);
  }

  /** Keeps the challenge between the two steps of a sign-in. */
  public void awaitCode(
      HttpServletRequest request, HttpServletResponse response, String challenge) {
    cookies.set(request, response, Cookies.STEP, challenge, STEP_KEPT);
  }

  /** The challenge of the first step; empty when there was none lately. */
  public Optional<String> step(HttpServletRequest request) {
    return cookies.get(request, Cookies.STEP);
  }

  /** What this person's browser is. */
  public Device device(HttpServletRequest request) {
    return new Device(
        request.getRemoteAddr(),
        Objects.requireNonNullElse(request.getHeader("User-Agent"), ""),
        secrets(request));
  }

  private List<String> secrets(HttpServletRequest request) {
    return cookies
        .get(request, Cookies.DEVICE)
        .map(value -> Arrays.asList(value.split("\\.", DEVICES_KEPT)))
        .orElse(List.of());
  }
}
