package ca.edsquebec.trackingbms.web.testkit;

/**
 * A battery that a test has for itself.
 *
 * @param client short name of its client
 * @param code what senders use
 * @param id what readers use
 * @param row its number in the client's database
 */
public record TestBattery(String client, String code, String id, long row) {

  /** A sample of it with one value. */
  public String sample(long ts, String metric, double value) {
    return "{\"battery\":\"%s\",\"ts\":%d,\"%s\":%s}".formatted(code, ts, metric, value);
  }

  public String path(String rest) {
    return "/api/v1/batteries/" + id + rest;
  }

  public String framesPath() {
    return "/api/v1/ingest/frames/foxbms?battery=" + code;
  }
}
