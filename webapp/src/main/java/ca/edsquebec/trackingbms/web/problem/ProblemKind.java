package ca.edsquebec.trackingbms.web.problem;

import java.util.Locale;
import java.util.ResourceBundle;

/** The kinds of problem; their titles are in the bundles, by name. */
enum ProblemKind {
  INVALID(400),
  MALFORMED_BODY(400),
  UNAUTHENTICATED(401),
  SECOND_FACTOR_REQUIRED(401),
  FORBIDDEN(403),
  /** Nothing is open before the second factor that a client asks for is set up. */
  SECOND_FACTOR_MISSING(403),
  /** The client has as much as it may. */
  QUOTA(403),
  /** Everything of the client stays as it is. */
  SUSPENDED(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  MISDIRECTED(421),
  TOO_MANY_REQUESTS(429),
  /** As {@link #QUOTA}, until midnight. */
  QUOTA_FOR_TODAY(429),
  INTERNAL(500),
  UNAVAILABLE(503);

  private static final String BUNDLE = "problems";

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  String type() {
    return "urn:trackingbms:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title(Locale locale) {
    return ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(name());
  }

  static ProblemKind ofStatus(int status) {
    for (ProblemKind kind : values()) {
      if (kind.status == status && kind != MALFORMED_BODY) {
        return kind;
      }
    }
    return status >= 500 ? INTERNAL : INVALID;
  }
}
