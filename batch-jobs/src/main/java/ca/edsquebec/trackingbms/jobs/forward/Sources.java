package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.jobs.forward.source.Source;
import ca.edsquebec.trackingbms.jobs.forward.source.StandardInput;
import ca.edsquebec.trackingbms.jobs.forward.source.TextFile;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What the addresses of sources mean. */
final class Sources {

  private final InputStream input;
  private final Clock clock;

  /**
   * @param input what {@code -} stands for
   */
  Sources(InputStream input, Clock clock) {
    this.input = input;
    this.clock = clock;
  }

  /**
   * What a battery is heard by; nothing is opened yet.
   *
   * @throws InvalidException when there is no such source, or it does not fit the connector
   */
  Source of(Feed feed) {
    if (feed.from().equals(List.of("-"))) {
      return new StandardInput(input, clock);
    }
    List<Path> files = feed.from().stream().map(from -> file(feed, from)).toList();
    return new TextFile(files, feed.follow(), clock);
  }

  private static Path file(Feed feed, String from) {
    Path file = Path.of(from);
    if (!Files.isReadable(file)) {
      throw new InvalidException(
          "from", "battery %s: \"%s\" can't be read".formatted(feed.battery(), from));
    }
    return file;
  }
}
