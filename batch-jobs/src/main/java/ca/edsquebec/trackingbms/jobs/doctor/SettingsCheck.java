package ca.edsquebec.trackingbms.jobs.doctor;

import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** The settings are well-formed, and nobody else reads the file they stand in. */
record SettingsCheck(Installation installation) implements Check {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  @Override
  public String about() {
    return "settings";
  }

  @Override
  public List<Finding> run() throws IOException {
    Settings settings = installation.settings();
    settings.masterKey();
    Path file = settings.home().resolve(".env");
    if (Files.exists(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
      return List.of(Finding.fail("settings: others can read " + file, "chmod 600 " + file));
    }
    return List.of(Finding.ok("settings: well-formed"));
  }
}
