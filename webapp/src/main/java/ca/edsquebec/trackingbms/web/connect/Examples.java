package ca.edsquebec.trackingbms.web.connect;

import ca.edsquebec.trackingbms.connector.PushSettings;
import ca.edsquebec.trackingbms.fleet.Battery;
import java.util.List;

/** How a battery sends, by what reads it. No line holds a secret. */
final class Examples {

  private Examples() {}

  /**
   * @param url of this portal, without a slash at its end
   */
  static List<Example> of(Battery battery, String url) {
    return battery.connectorId().equals(PushSettings.CONNECTOR)
        ? named(battery.code(), url)
        : List.of(frames(battery, url));
  }

  private static Example frames(Battery battery, String url) {
    return new Example(
        "frames",
        "",
        "curl -i \"%s/api/v1/ingest/frames/%s?battery=%s\""
                .formatted(url, battery.connectorId(), battery.code())
            + " -H \"Authorization: Bearer $KEY\" -H \"Content-Type: text/plain\""
            + " --data-binary @frames.log");
  }

  private static List<Example> named(String code, String url) {
    return List.of(
        new Example(
            "influx",
            "InfluxDB",
            "curl -i \"%s/influx/api/v2/write?org=any&bucket=any&precision=s\"".formatted(url)
                + " -H \"Authorization: Token $KEY\""
                + " --data-binary \"battery,battery=%s voltage=52.83,soc=83.9\"".formatted(code)),
        new Example(
            "emoncms",
            "emoncms",
            "curl -i \"%s/emoncms/input/post\" -d node=%s".formatted(url, code)
                + " --data-urlencode 'fulljson={\"voltage\":52.83,\"soc\":83.9}' -d apikey=$KEY"),
        new Example(
            "thingsboard",
            "ThingsBoard",
            "curl -i \"%s/api/v1/$KEY/telemetry?battery=%s\"".formatted(url, code)
                + " -H \"Content-Type: application/json\""
                + " -d '{\"voltage\":52.83,\"soc\":83.9}'"));
  }
}
