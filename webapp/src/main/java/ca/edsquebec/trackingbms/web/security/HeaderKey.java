package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A key in an {@code Authorization} header, in the ways in which foreign clients write one. */
public final class HeaderKey {

  private static final String TOKEN = "Token ";
  private static final String BASIC = "Basic ";

  private HeaderKey() {}

  /**
   * What stands behind {@code Token}, or is the password of {@code Basic}, or its user where there
   * is no password.
   */
  public static Optional<String> of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return Optional.empty();
    }
    if (header.regionMatches(true, 0, TOKEN, 0, TOKEN.length())) {
      return Optional.of(header.substring(TOKEN.length()).strip());
    }
    return header.regionMatches(true, 0, BASIC, 0, BASIC.length())
        ? ofBasic(header.substring(BASIC.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> ofBasic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      String password = pair.substring(colon + 1);
      return Optional.of(password.isEmpty() ? pair.substring(0, colon) : password);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
