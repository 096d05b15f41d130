package ca.edsquebec.trackingbms.web.ingest.influx;

import jakarta.ws.rs.core.Response;

/** Which InfluxDB we are like: clients look before they write. */
final class Version {

  static final String NUMBER = "1.8.10-TrackingBMS";

  private Version() {}

  static Response.ResponseBuilder in(Response.ResponseBuilder answer) {
    return answer.header("X-Influxdb-Version", NUMBER).header("X-Influxdb-Build", "OSS");
  }
}
