package ca.edsquebec.trackingbms.maintenance.offsite;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.platform.SettingsException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where copies go, and how both sides prove who they are.
 *
 * @param folder absolute; made when it is not there
 * @param key the file of our private key, without a passphrase
 * @param hostKey fingerprint of the server's key, {@code SHA256:…}; no other server is spoken to
 */
public record Destination(
    String user, String host, int port, String folder, Path key, String hostKey) {

  private static final int SSH = 22;

  /**
   * Empty when none is set.
   *
   * @throws SettingsException when only some of its settings are
   */
  public static Optional<Destination> from(Settings settings) {
    if (settings.text(Setting.TBMS_BACKUP_SFTP).isEmpty()) {
      return Optional.empty();
    }
    URI address = URI.create(settings.required(Setting.TBMS_BACKUP_SFTP));
    return Optional.of(
        new Destination(
            address.getUserInfo(),
            address.getHost(),
            address.getPort() < 0 ? SSH : address.getPort(),
            address.getPath().replaceAll("/+$", ""),
            settings
                .home()
                .toAbsolutePath()
                .resolve(settings.required(Setting.TBMS_BACKUP_SFTP_KEY)),
            settings.required(Setting.TBMS_BACKUP_SFTP_HOST_KEY)));
  }

  @Override
  public String toString() {
    return "%s@%s:%d%s".formatted(user, host, port, folder);
  }
}
