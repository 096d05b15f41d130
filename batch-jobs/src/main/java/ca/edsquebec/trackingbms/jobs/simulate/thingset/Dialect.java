package ca.edsquebec.trackingbms.jobs.simulate.thingset;

import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;

/** How a version of the specification words it. */
enum Dialect {
  /** Status words, names behind a trailing slash, no checksums, reports without groups. */
  V05(" Content.", " Bad Request.", " Forbidden.", " Not Found."),
  /** Codes alone, names by {@code null}, a checksum behind each line. */
  V06("", "", "", "");

  private final String content;
  private final String badRequest;
  private final String forbidden;
  private final String notFound;

  Dialect(String content, String badRequest, String forbidden, String notFound) {
    this.content = content;
    this.badRequest = badRequest;
    this.forbidden = forbidden;
    this.notFound = notFound;
  }

  String content(String json) {
    return ":85" + content + " " + json;
  }

  String badRequest() {
    return ":A0" + badRequest;
  }

  String forbidden() {
    return ":A3" + forbidden;
  }

  String notFound() {
    return ":A4" + notFound;
  }

  boolean isOlder() {
    return this == V05;
  }

  /** What it says by itself. */
  String report(Measurement m) {
    String meas = NodeObjects.json(NodeObjects.meas(m, this));
    return isOlder() ? "#mLive " + meas : "#mLive {\"Meas\":" + meas + "}";
  }

  /** Whether that asks for the names in a group. */
  boolean asksNames(String path, String payload) {
    return isOlder() ? path.endsWith("/") : payload.equals("null");
  }
}
