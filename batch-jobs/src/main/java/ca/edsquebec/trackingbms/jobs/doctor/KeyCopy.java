package ca.edsquebec.trackingbms.jobs.doctor;

import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A copy of the master key lies somewhere else: without it no backup can be read. The program can't
 * see other places; whoever keeps the copy shows it now and then, and the day is remembered beside
 * a fingerprint of the key, never the key.
 */
final class KeyCopy implements Check {

  private static final Duration TRUSTED = Duration.ofDays(366);
  private static final String FILE = "master-key-copy";

  private final Installation installation;
  private final Clock clock;

  KeyCopy(Installation installation, Clock clock) {
    this.installation = installation;
    this.clock = clock;
  }

  @Override
  public String about() {
    return "copy of the master key";
  }

  @Override
  public List<Finding> run() throws IOException {
    Optional<Instant> shown = shown();
    if (shown.filter(time -> time.plus(TRUSTED).isAfter(clock.instant())).isPresent()) {
      return List.of(
          Finding.ok("copy of the master key: there was one elsewhere at " + shown.get()));
    }
    return List.of(
        Finding.warn(
            "copy of the master key: perhaps the only one lies on this account; without it every"
                + " backup is lost, too",
            "keep TBMS_MASTER_KEY somewhere else (a password safe, paper), then show that copy:"
                + " tbms doctor --key-copy"));
  }

  /**
   * @throws InvalidException when it is another key
   */
  Finding confirm(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String line = reader.readLine();
    byte[] copy = decoded(line == null ? "" : line.strip());
    if (!MessageDigest.isEqual(copy, installation.settings().masterKey())) {
      throw new InvalidException(
          "key", "that is not the master key of this installation: the copy is of no use");
    }
    Instant now = clock.instant();
    Files.writeString(file(), fingerprint() + " " + now + "\n");
    return Finding.ok("copy of the master key: the right one, remembered for a year");
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.replaceFirst("^TBMS_MASTER_KEY=", ""));
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }

  /** When the copy of the key of now was shown last. */
  private Optional<Instant> shown() throws IOException {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    String[] parts = Files.readString(file()).strip().split(" ");
    try {
      return parts.length == 2 && parts[0].equals(fingerprint())
          ? Optional.of(Instant.parse(parts[1]))
          : Optional.empty();
    } catch (DateTimeParseException edited) {
      return Optional.empty();
    }
  }

  private Path file() {
    return installation.settings().home().resolve(FILE);
  }

  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("master-key-copy".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(installation.settings().masterKey()), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
