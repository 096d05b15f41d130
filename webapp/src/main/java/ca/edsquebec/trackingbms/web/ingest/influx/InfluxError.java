package ca.edsquebec.trackingbms.web.ingest.influx;

/**
 * A refusal that clients of both versions understand: those of version 1 read {@code error}, those
 * of version 2 {@code code} and {@code message}.
 */
record InfluxError(String code, String message, String error) {

  static InfluxError of(int status, String message) {
    return new InfluxError(code(status), message, message);
  }

  private static String code(int status) {
    return switch (status) {
      case 401 -> "unauthorized";
      case 403 -> "forbidden";
      case 404 -> "not found";
      case 405 -> "method not allowed";
      case 413 -> "request too large";
      case 429 -> "too many requests";
      case 503 -> "unavailable";
      default -> status < 500 ? "invalid" : "internal error";
    };
  }
}
