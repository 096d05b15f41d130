package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.jobs.console.Periods;
import ca.edsquebec.trackingbms.jobs.console.TextFiles;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What may be said on the command line; it goes before what the settings file says. */
final class ForwardOptions {

  private static final String LIMIT = "256MB";
  private static final String EVERY = "2s";
  private static final String THIN = "1s";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file, for several batteries; see below.")
  String config;

  @Option(names = "--url", paramLabel = "URL", description = "Address of the portal.")
  String url;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "What it calls itself: so named it stands among the client's gateways, with contact,"
              + " backlog and clock. 1 to 40 letters, digits, . _ and -; else it is not listed.")
  String name;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "File with the API key, which only its owner may read; else TBMS_KEY.")
  Path keyFile;

  @Option(
      names = "--mqtt-password-file",
      paramLabel = "FILE",
      description = "File with the password of MQTT brokers; else TBMS_MQTT_PASSWORD.")
  Path mqttPasswordFile;

  @Option(
      names = "--mqtt-ca-file",
      paramLabel = "FILE",
      description =
          "Certificates (PEM) of whom to trust for mqtts://, such as a site's own authority or a"
              + " broker's own certificate; else whom Java trusts.")
  Path mqttCaFile;

  @Option(
      names = "--battery",
      paramLabel = "CODE",
      description = "The battery's code in the portal.")
  String battery;

  @Option(
      names = "--connector",
      paramLabel = "ID",
      description = "What reads its frames, such as foxbms; as in the portal.")
  String connector;

  @Option(
      names = "--setting",
      paramLabel = "NAME=VALUE",
      description =
          "A setting of that connector, @FILE for what is in a file; may be repeated. For devices"
              + " that are asked, and for what is shown and thinned here; the portal has its own.")
  Map<String, String> settings = Map.of();

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "Where it is heard; files may be several.")
  List<String> from = List.of();

  @Option(names = "--follow", description = "Waits for what is appended to the last file.")
  boolean follow;

  @Option(
      names = "--thin",
      paramLabel = "TIME",
      description =
          "Of CAN frames, the newest of each identifier and page in each such time is sent; 0s for"
              + " all (default: "
              + THIN
              + ").")
  String thin;

  @Option(
      names = "--spool",
      paramLabel = "FOLDER",
      description = "Where is kept what the portal has not confirmed (default: tbms-spool).")
  String spool;

  @Option(
      names = "--spool-limit",
      paramLabel = "SIZE",
      description =
          "Of each battery's spool; beyond it the oldest is lost (default: "
              + LIMIT
              + ", a week of a thinned CAN bus).")
  String spoolLimit;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "How often what is new is sent (default: " + EVERY + ").")
  String every;

  /** What the file says; nothing when none is named. */
  SiteFile file() {
    return config == null ? SiteFile.NONE : SiteFile.read(config);
  }

  /**
   * Both together.
   *
   * @throws InvalidException saying what is wrong
   */
  Site site(SiteFile file) {
    return new Site(
        address(first(url, file.url(), "")),
        Optional.ofNullable(name).or(() -> Optional.ofNullable(file.name())),
        Path.of(first(spool, file.spool(), "tbms-spool")),
        read(new Sizes()::convert, "spool-limit", first(spoolLimit, file.spoolLimit(), LIMIT)),
        period("every", first(every, file.every(), EVERY)),
        feeds(file));
  }

  Optional<Path> keyFile(SiteFile file) {
    return path(keyFile, file.keyFile());
  }

  MqttFiles mqttFiles(SiteFile file) {
    return new MqttFiles(
        path(mqttPasswordFile, file.mqttPasswordFile()), path(mqttCaFile, file.mqttCaFile()));
  }

  private static Optional<Path> path(Path option, String inFile) {
    return Optional.ofNullable(option).or(() -> Optional.ofNullable(inFile).map(Path::of));
  }

  private List<Feed> feeds(SiteFile file) {
    List<Feed> feeds = new ArrayList<>();
    for (SiteFile.Entry entry : file.batteries()) {
      feeds.add(
          new Feed(
              entry.battery(),
              entry.connector(),
              TextFiles.named(entry.settings()),
              entry.from(),
              entry.follow(),
              period("thin", first(thin, entry.thin(), THIN))));
    }
    if (battery != null || connector != null || !from.isEmpty()) {
      feeds.add(
          new Feed(
              first(battery, ""),
              first(connector, ""),
              TextFiles.named(settings),
              from,
              follow,
              period("thin", first(thin, THIN))));
    }
    return feeds;
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidException("url", "\"%s\" is no address: %s".formatted(text, e.getReason()));
    }
  }

  private static Duration period(String name, String text) {
    return read(new Periods()::convert, name, text);
  }

  private static <T> T read(Function<String, T> reading, String name, String text) {
    try {
      return reading.apply(text);
    } catch (TypeConversionException e) {
      throw new InvalidException(name, "%s: %s".formatted(name, e.getMessage()));
    }
  }

  /** The first that is said. */
  private static String first(String... texts) {
    for (String text : texts) {
      if (text != null) {
        return text;
      }
    }
    throw new IllegalArgumentException("nothing is said");
  }
}
