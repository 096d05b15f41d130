package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.jobs.forward.send.Introduction;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that one forwarder does.
 *
 * @param portal its address
 * @param name under which the portal lists it among the gateways; empty for not at all
 * @param spool folder for what the portal has not confirmed
 * @param limit of the spool of each battery, in bytes
 * @param every how often what is new is sent
 */
record Site(
    URI portal, Optional<String> name, Path spool, long limit, Duration every, List<Feed> feeds) {

  private static final long SMALLEST = 1 << 20;

  /**
   * @throws InvalidException saying what is wrong
   */
  Site {
    feeds = List.copyOf(feeds);
    if (portal.getHost() == null || !List.of("http", "https").contains(portal.getScheme())) {
      throw new InvalidException(
          "url",
          "the portal's address is \"%s\", not like https://portal.example".formatted(portal));
    }
    if (!name.map(Introduction::isName).orElse(true)) {
      throw new InvalidException(
          "name",
          "the name is \"%s\"; allowed: 1 to 40 letters, digits, . _ and -, the first a letter or digit"
              .formatted(name.get()));
    }
    if (limit < SMALLEST) {
      throw new InvalidException("spool-limit", "the spool needs 1MB at least");
    }
    if (every.toMillis() < 100 || every.compareTo(Duration.ofHours(1)) > 0) {
      throw new InvalidException("every", "every is a time from 100ms to 1h");
    }
    if (feeds.isEmpty()) {
      throw new InvalidException("battery", "give --battery, --connector and --from, or --config");
    }
    Set<String> seen = new HashSet<>();
    for (Feed feed : feeds) {
      if (!seen.add(feed.battery())) {
        throw new InvalidException("battery", "battery " + feed.battery() + " is there twice");
      }
    }
    if (feeds.stream().filter(feed -> feed.from().contains("-")).count() > 1) {
      throw new InvalidException("from", "standard input (-) can be heard for one battery only");
    }
  }
}
