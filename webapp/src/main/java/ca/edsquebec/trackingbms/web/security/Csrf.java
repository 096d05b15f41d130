package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.secret.SecretKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * What every form carries to show that this portal made it for the person who sends it: a code over
 * the session, or over a cookie of its own before there is one. It differs each time, so that
 * nothing can be learned from how well a page compresses.
 */
public final class Csrf {

  /** The field's name. */
  public static final String FIELD = "csrf";

  private static final int SALT_BYTES = 12;
  private static final int MAX_LENGTH = 200;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final KeyRing keys;
  private final Cookies cookies;

  public Csrf(KeyRing keys, Cookies cookies) {
    this.keys = keys;
    this.cookies = cookies;
  }

  /** Sees to it that forms of somebody who has not signed in can be told apart. */
  public void prepare(HttpServletRequest request, HttpServletResponse response) {
    if (subject(request).isEmpty()) {
      String value = TEXT.encodeToString(RandomText.bytes(SALT_BYTES));
      cookies.set(request, response, Cookies.FORM, value, Cookies.UNTIL_CLOSED);
      request.setAttribute(Cookies.FORM, value);
    }
  }

  /** For the hidden field of a form; empty when nothing tells who looks at the page. */
  public String token(HttpServletRequest request) {
    return subject(request)
        .map(
            subject -> {
              SecretKey key = keys.recent(Purpose.CSRF);
              String salt = TEXT.encodeToString(RandomText.bytes(SALT_BYTES));
              return key.id() + "." + salt + "." + code(key, salt, subject);
            })
        .orElse("");
  }

  /** Whether that token was made for whoever sends this. */
  boolean isGood(HttpServletRequest request, String token) {
    String[] parts = token.split("\\.", -1);
    if (token.length() > MAX_LENGTH || parts.length != 3) {
      return false;
    }
    Optional<String> subject = subject(request);
    Optional<SecretKey> key = keys.find(Purpose.CSRF, parts[0]);
    return subject.isPresent()
        && key.isPresent()
        && MessageDigest.isEqual(
            code(key.get(), parts[1], subject.get()).getBytes(StandardCharsets.UTF_8),
            parts[2].getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> subject(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof CallerPrincipal known
        && known.principal() instanceof Principal.User user) {
      return Optional.of("session " + user.sessionId());
    }
    return Optional.ofNullable((String) request.getAttribute(Cookies.FORM))
        .or(() -> cookies.get(request, Cookies.FORM))
        .map(value -> "form " + value);
  }

  private static String code(SecretKey key, String salt, String subject) {
    return TEXT.encodeToString(key.mac((salt + " " + subject).getBytes(StandardCharsets.UTF_8)));
  }
}
