package ca.edsquebec.trackingbms.jobs.simulate.thingset;

import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request is answered with, without its checksum. Requests that change anything are not. */
final class Requests {

  private static final Pattern READ = Pattern.compile("\\?([^ ]*)(?: +(.*))?");
  private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");

  private final TimedBattery battery;
  private final Dialect dialect;
  private final long now;

  /**
   * @param now epoch milliseconds
   */
  Requests(TimedBattery battery, Dialect dialect, long now) {
    this.battery = battery;
    this.dialect = dialect;
    this.now = now;
  }

  String answer(String request) {
    Matcher read = READ.matcher(request);
    if (!read.matches()) {
      return "=+-!".indexOf(request.charAt(0)) >= 0 ? dialect.forbidden() : dialect.badRequest();
    }
    String path = read.group(1);
    String payload = read.group(2) == null ? "" : read.group(2);
    if (path.startsWith("/") && !dialect.isOlder()) {
      return ":C5 \"Invalid endpoint\"";
    }
    return group(path.replaceFirst("/$", ""))
        .map(group -> ofGroup(group, path, payload))
        .orElseGet(() -> item(path, payload));
  }

  private Optional<Map<String, String>> group(String name) {
    return switch (name) {
      case "" -> Optional.of(NodeObjects.root(battery.model(), dialect));
      case "Device" -> Optional.of(NodeObjects.device(dialect));
      case "Conf" -> Optional.of(NodeObjects.conf(battery.model()));
      case "Meas" -> Optional.of(NodeObjects.meas(battery.at(now), dialect));
      default -> Optional.empty();
    };
  }

  private String ofGroup(Map<String, String> group, String path, String payload) {
    if (dialect.asksNames(path, payload)) {
      return dialect.content(NodeObjects.names(group));
    }
    if (payload.isEmpty()) {
      return dialect.content(NodeObjects.json(group));
    }
    if (!payload.startsWith("[") || !payload.endsWith("]")) {
      return dialect.badRequest();
    }
    List<String> values = new ArrayList<>();
    Matcher names = NAME.matcher(payload);
    while (names.find()) {
      values.add(group.get(names.group(1)));
    }
    return values.contains(null)
        ? dialect.notFound()
        : dialect.content("[" + String.join(",", values) + "]");
  }

  private String item(String path, String payload) {
    int slash = path.indexOf('/');
    String inGroup = slash < 0 ? "" : path.substring(0, slash);
    String value = group(inGroup).map(group -> group.get(path.substring(slash + 1))).orElse(null);
    if (value == null) {
      return dialect.notFound();
    }
    return payload.isEmpty() ? dialect.content(value) : dialect.badRequest();
  }
}
