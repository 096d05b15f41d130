package ca.edsquebec.trackingbms.web.signin;

import jakarta.ws.rs.core.MultivaluedMap;

/** What was typed into a form. */
final class FormFields {

  private FormFields() {}

  // Not by @FormParam: a request without any body would be a fault of ours.
  static String of(MultivaluedMap<String, String> form, String name) {
    String value = form == null ? null : form.getFirst(name);
    return value == null ? "" : value;
  }
}
