package ca.edsquebec.trackingbms.jobs.forward.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps GX devices talking: they publish only while somebody asks them to, once a minute at
 * least (victronenergy/dbus-flashmq, README, "Keep-alive"). Nothing else is ever published. Safe
 * for any number of threads.
 *
 * <p>Each time they are asked for all they have, not for changes alone: a value that stands still
 * would be forgotten after a minute, as what is not said any more.
 */
final class VenusKeepAlive {

  /** Half of what a device waits. */
  static final long EVERY_MILLIS = 30_000;

  /** Kept by the brokers of GX devices, so that whoever does not know a device hears of it. */
  private static final String INTRODUCTION = "N/+/system/0/Serial";

  private static final String PORTAL_ID = "[A-Za-z0-9_-]{1,64}";
  private static final Pattern FILTER = Pattern.compile("N/(" + PORTAL_ID + "|\\+)/.*");
  private static final Pattern TOPIC = Pattern.compile("N/(" + PORTAL_ID + ")/.*");

  /** Whoever publishes under names that he makes up does not fill our memory. */
  private static final int MOST_DEVICES = 16;

  private final boolean named;
  private final Set<String> portalIds = ConcurrentHashMap.newKeySet();

  private VenusKeepAlive(String portalId) {
    named = !portalId.equals("+");
    if (named) {
      portalIds.add(portalId);
    }
  }

  /**
   * For what is published under a filter.
   *
   * @return empty when that is not what GX devices publish
   */
  static Optional<VenusKeepAlive> of(String filter) {
    Matcher form = FILTER.matcher(filter);
    return form.matches() ? Optional.of(new VenusKeepAlive(form.group(1))) : Optional.empty();
  }

  /** Where devices that the filter does not name are to be heard of; empty when it names one. */
  Optional<String> introduction() {
    return named ? Optional.empty() : Optional.of(INTRODUCTION);
  }

  /**
   * Hears that something was published under that topic.
   *
   * @return whether it is of a device that was not known
   */
  boolean heard(String topic) {
    Matcher form = TOPIC.matcher(topic);
    return !named
        && form.matches()
        && portalIds.size() < MOST_DEVICES
        && portalIds.add(form.group(1));
  }

  /** Whether it tells of a device and of none of its batteries. */
  boolean isIntroduction(String topic) {
    return !named && topic.endsWith("/system/0/Serial");
  }

  /** Where to publish, of each device that is known. */
  List<String> topics() {
    return portalIds.stream().map(id -> "R/" + id + "/keepalive").sorted().toList();
  }

  /** What to look at when nothing comes. */
  String advice() {
    return topics().isEmpty()
        ? "no GX device is known yet: name its VRM portal ID in place of + in the topic"
        : "asked by %s: see that MQTT is switched on at the GX device, that this is its VRM portal ID,"
                .formatted(String.join(", ", topics()))
            + " and that the broker lets us publish that";
  }
}
