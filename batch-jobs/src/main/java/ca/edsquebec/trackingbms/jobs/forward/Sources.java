package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.connector.Medium;
import ca.edsquebec.trackingbms.intake.pull.PullAddress;
import ca.edsquebec.trackingbms.jobs.forward.source.Authorities;
import ca.edsquebec.trackingbms.jobs.forward.source.DeviceSource;
import ca.edsquebec.trackingbms.jobs.forward.source.MqttAccess;
import ca.edsquebec.trackingbms.jobs.forward.source.MqttAddress;
import ca.edsquebec.trackingbms.jobs.forward.source.MqttSource;
import ca.edsquebec.trackingbms.jobs.forward.source.Source;
import ca.edsquebec.trackingbms.jobs.forward.source.StandardInput;
import ca.edsquebec.trackingbms.jobs.forward.source.TextFile;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the addresses of sources mean. */
final class Sources {

  private final InputStream input;
  private final Secrets secrets;
  private final MqttFiles mqttFiles;
  private final Clock clock;

  /**
   * @param input what {@code -} stands for
   */
  Sources(InputStream input, Secrets secrets, MqttFiles mqttFiles, Clock clock) {
    this.input = input;
    this.secrets = secrets;
    this.mqttFiles = mqttFiles;
    this.clock = clock;
  }

  /**
   * What a battery is heard by; nothing is opened yet.
   *
   * @throws InvalidException when there is no such source, or it does not fit the connector
   */
  Source of(Feed feed) throws IOException {
    String first = feed.from().get(0);
    boolean single = feed.from().size() == 1;
    if (single && first.equals("-")) {
      return new StandardInput(input, clock);
    }
    if (single && MqttAddress.recognises(first)) {
      return new MqttSource(
          MqttAddress.parse(first),
          feed.connector().medium(feed.connectorSettings()) == Medium.TOPICS,
          access(),
          clock);
    }
    if (single && first.contains("://")) {
      return new DeviceSource(PullAddress.parse(first), feed.connectorId(), feed.settings(), clock);
    }
    List<Path> files = feed.from().stream().map(from -> file(feed, from)).toList();
    return new TextFile(files, feed.follow(), clock);
  }

  private MqttAccess access() throws IOException {
    return new MqttAccess(
        secrets.named("TBMS_MQTT_USER", Optional.empty()),
        secrets.named("TBMS_MQTT_PASSWORD", mqttFiles.password()),
        mqttFiles.authorities().isPresent()
            ? Optional.of(Authorities.of(mqttFiles.authorities().get()))
            : Optional.empty());
  }

  private static Path file(Feed feed, String from) {
    Path file = Path.of(from);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new InvalidException(
          "from", "battery %s: \"%s\" is no file that can be read".formatted(feed.battery(), from));
    }
    return file;
  }
}
