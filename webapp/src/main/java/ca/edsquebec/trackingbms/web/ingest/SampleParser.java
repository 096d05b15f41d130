package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.platform.InvalidException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON object of the samples endpoint, understood. */
final class SampleParser {

  /**
   * @param battery the battery's code
   */
  record Parsed(String battery, Sample sample) {}

  private SampleParser() {}

  /**
   * @throws InvalidException naming the field that can't be used
   */
  static Parsed parse(JsonNode node) {
    if (!node.isObject()) {
      throw new InvalidException("", "a sample must be an object, not " + shown(node));
    }
    Sample.Builder sample = new Sample.Builder(time(node.path("ts")));
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isNull()) {
        put(sample, field.getKey(), field.getValue());
      }
    }
    return new Parsed(battery(node.path("battery")), sample.build());
  }

  private static void put(Sample.Builder sample, String name, JsonNode value) {
    switch (name) {
      case "battery", "ts" -> {}
      case "cellVoltages" -> sample.cellVoltages(numbers(name, value));
      case "temperatures" -> sample.temperatures(numbers(name, value));
      case "balancing" -> sample.balancing(flags(name, value));
      case "state" -> sample.state(state(value));
      case "chargeAllowed" -> sample.chargeAllowed(flag(name, value));
      case "dischargeAllowed" -> sample.dischargeAllowed(flag(name, value));
      case "alarms" -> sample.alarms(alarms(value));
      default -> {
        Optional<Metric> metric = Metric.named(name);
        double number = number(name, value);
        metric.ifPresentOrElse(m -> sample.put(m, number), () -> sample.extra(name, number));
      }
    }
  }

  private static String battery(JsonNode value) {
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new InvalidException("battery", "battery must be the code of a battery");
    }
    return value.textValue();
  }

  private static long time(JsonNode value) {
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    if (value.isTextual()) {
      try {
        return OffsetDateTime.parse(value.textValue()).toInstant().toEpochMilli();
      } catch (DateTimeException | ArithmeticException malformed) {
        throw new InvalidException(
            "ts", "ts is %s, not a time such as 2026-01-31T12:00:00-05:00".formatted(shown(value)));
      }
    }
    throw new InvalidException(
        "ts", "ts must be epoch milliseconds or an ISO 8601 time with offset, not " + shown(value));
  }

  private static double number(String name, JsonNode value) {
    if (!value.isNumber()) {
      throw new InvalidException(name, name + " must be a number, not " + shown(value));
    }
    return value.doubleValue();
  }

  private static double[] numbers(String name, JsonNode value) {
    requireArray(name, value);
    double[] numbers = new double[value.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode item = value.get(i);
      numbers[i] = item.isNull() ? Double.NaN : number(name + "[" + i + "]", item);
    }
    return numbers;
  }

  private static boolean[] flags(String name, JsonNode value) {
    requireArray(name, value);
    boolean[] flags = new boolean[value.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = flag(name + "[" + i + "]", value.get(i));
    }
    return flags;
  }

  private static boolean flag(String name, JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isInt() && (value.intValue() == 0 || value.intValue() == 1)) {
      return value.intValue() == 1;
    }
    throw new InvalidException(name, name + " must be true or false, not " + shown(value));
  }

  private static BatteryState state(JsonNode value) {
    return BatteryState.named(value.asText())
        .orElseThrow(
            () ->
                new InvalidException(
                    "state",
                    "state must be charging, discharging, idle, fault or unknown, not "
                        + shown(value)));
  }

  private static List<Alarm> alarms(JsonNode value) {
    requireArray("alarms", value);
    List<Alarm> alarms = new ArrayList<>(value.size());
    for (JsonNode item : value) {
      String code = item.isTextual() ? item.textValue() : item.path("code").asText("");
      if (code.isEmpty()) {
        throw new InvalidException("alarms", "each alarm must have a code, not " + shown(item));
      }
      Optional<AlarmCode> known = AlarmCode.named(code);
      String raw = item.path("raw").asText(known.isPresent() ? "" : code);
      alarms.add(new Alarm(known.orElse(AlarmCode.OTHER), level(item.path("level")), raw));
    }
    return alarms;
  }

  private static AlarmLevel level(JsonNode value) {
    if (value.isMissingNode()) {
      return AlarmLevel.WARNING;
    }
    return AlarmLevel.named(value.asText())
        .orElseThrow(
            () ->
                new InvalidException(
                    "alarms.level",
                    "an alarm's level must be info, warning or critical, not " + shown(value)));
  }

  private static void requireArray(String name, JsonNode value) {
    if (!value.isArray()) {
      throw new InvalidException(name, name + " must be an array, not " + shown(value));
    }
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "absent" : value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
