package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;

/**
 * A request of a foreign format that is not called a form any more. curl calls everything one;
 * where the framework sees it, it reads the body's first byte away, and it logs addresses, with the
 * keys in them, of forms whose body it finds read.
 */
final class NoForm extends HttpServletRequestWrapper {

  private static final String NAME = "Content-Type";
  private static final String BYTES = "application/octet-stream";

  NoForm(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getContentType() {
    return plain(super.getContentType());
  }

  @Override
  public String getHeader(String name) {
    return NAME.equalsIgnoreCase(name) ? getContentType() : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return NAME.equalsIgnoreCase(name) && getContentType() != null
        ? Collections.enumeration(Collections.singleton(getContentType()))
        : super.getHeaders(name);
  }

  private static String plain(String type) {
    boolean form = type != null && type.toLowerCase(Locale.ROOT).contains("form-urlencoded");
    return form ? BYTES : type;
  }
}
