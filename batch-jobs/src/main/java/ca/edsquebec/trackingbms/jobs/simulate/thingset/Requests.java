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
  private static final String NOT_FOUND = ":A4";

  private final TimedBattery battery;
  private final long now;

  /**
   * @param now epoch milliseconds
   */
  Requests(TimedBattery battery, long now) {
    this.battery = battery;
    this.now = now;
  }

  String answer(String request) {
    Matcher read = READ.matcher(request);
    if (!read.matches()) {
      return "=+-!".indexOf(request.charAt(0)) >= 0 ? ":A3" : ":A0";
    }
    String path = read.group(1);
    String payload = read.group(2) == null ? "" : read.group(2);
    if (path.startsWith("/")) {
      return ":C5 \"Invalid endpoint\"";
    }
    return group(path.replaceFirst("/$", ""))
        .map(group -> ofGroup(group, payload))
        .orElseGet(() -> item(path, payload));
  }

  private Optional<Map<String, String>> group(String name) {
    return switch (name) {
      case "" -> Optional.of(NodeObjects.root(battery.model()));
      case "Device" -> Optional.of(NodeObjects.device());
      case "Conf" -> Optional.of(NodeObjects.conf(battery.model()));
      case "Meas" -> Optional.of(NodeObjects.meas(battery.at(now)));
      default -> Optional.empty();
    };
  }

  private static String ofGroup(Map<String, String> group, String payload) {
    if (payload.isEmpty()) {
      return ":85 " + NodeObjects.json(group);
    }
    if (payload.equals("null")) {
      return ":85 " + NodeObjects.names(group);
    }
    if (!payload.startsWith("[") || !payload.endsWith("]")) {
      return ":A0";
    }
    List<String> values = new ArrayList<>();
    Matcher names = NAME.matcher(payload);
    while (names.find()) {
      values.add(group.get(names.group(1)));
    }
    return values.contains(null) ? NOT_FOUND : ":85 [" + String.join(",", values) + "]";
  }

  private String item(String path, String payload) {
    int slash = path.indexOf('/');
    String inGroup = slash < 0 ? "" : path.substring(0, slash);
    String value =
        group(inGroup).map(group -> group.get(path.substring(slash + 1))).orElse(null);
    if (value == null) {
      return NOT_FOUND;
    }
    return payload.isEmpty() ? ":85 " + value : ":A0";
  }
}
