package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.jobs.portal.KeyForm;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What nobody may read on the command line, where every user of the machine can: it comes from the
 * environment, or from a file that only its owner can read.
 */
final class Secrets {

  private static final String KEY = "TBMS_KEY";
  private static final long MAX_BYTES = 4096;
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private final Map<String, String> environment;

  Secrets(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The API key.
   *
   * @param file that holds it; empty for the environment
   * @throws InvalidException when there is none, or others could read it
   */
  String key(Optional<Path> file) throws IOException {
    String key =
        named(KEY, file)
            .orElseThrow(
                () ->
                    new InvalidException(
                        "key", "no API key: set %s, or give --key-file FILE".formatted(KEY)));
    if (!KeyForm.fits(key)) {
      throw new InvalidException(
          "key", "that is no API key: those look like tbms_…_…, 61 long (tbms apikey create)");
    }
    return key;
  }

  /** What a file holds, or else the environment under that name. */
  Optional<String> named(String name, Optional<Path> file) throws IOException {
    return file.isPresent()
        ? Optional.of(read(file.get()))
        : Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
  }

  private static String read(Path file) throws IOException {
    try {
      boolean open =
          Files.getPosixFilePermissions(file).stream()
              .filter(permission -> permission != PosixFilePermission.GROUP_READ)
              .anyMatch(OTHERS::contains);
      if (open) {
        throw new InvalidException(
            "key-file",
            "others may read or change %s: chmod 600 %s (or 640, for its group)"
                .formatted(file, file));
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new InvalidException("key-file", file + " is too long for a key or a password");
      }
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      throw new InvalidException("key-file", "there is no file \"%s\"".formatted(file));
    } catch (UnsupportedOperationException e) {
      throw new IOException("%s lies where files have no permissions".formatted(file), e);
    }
  }
}
