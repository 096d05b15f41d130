package ca.edsquebec.trackingbms.notification.mail;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.platform.SettingsException;
import ca.edsquebec.trackingbms.secret.KeptSettings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who takes our mails over, and what stands in all of them.
 *
 * @param user empty to send without signing in; {@code password} is then not used
 * @param password asked for at each connection
 * @param portal the portal's address, without a slash at its end
 */
record MailServer(
    String host,
    int port,
    Encryption encryption,
    Optional<String> user,
    Supplier<String> password,
    InternetAddress from,
    URI portal) {

  /** How the line is protected; the certificate and its name are always checked. */
  enum Encryption {
    /** In the clear, even where the server could do better. */
    NONE,
    /** Begins in the clear; without TLS nothing is sent. */
    STARTTLS,
    /** From the first byte. */
    TLS
  }

  private static final int SMTPS = 465;

  /**
   * @return empty when no server is named
   * @throws SettingsException when a server is named and something else is missing or malformed
   */
  static Optional<MailServer> from(Settings settings, KeptSettings kept) {
    return settings.text(Setting.TBMS_MAIL_HOST).map(host -> from(settings, kept, host));
  }

  private static MailServer from(Settings settings, KeptSettings kept, String host) {
    int port = settings.number(Setting.TBMS_MAIL_PORT);
    Encryption encryption = port == SMTPS ? Encryption.TLS : Encryption.STARTTLS;
    return new MailServer(
        host,
        port,
        settings.flag(Setting.TBMS_MAIL_TLS) ? encryption : Encryption.NONE,
        settings.text(Setting.TBMS_MAIL_USER),
        () -> password(settings, kept),
        sender(settings.required(Setting.TBMS_MAIL_FROM)),
        URI.create(settings.required(Setting.TBMS_PUBLIC_URL).replaceAll("/+$", "")));
  }

  private static String password(Settings settings, KeptSettings kept) {
    return settings
        .text(Setting.TBMS_MAIL_PASSWORD)
        .or(() -> kept.text(Setting.TBMS_MAIL_PASSWORD))
        .orElse("");
  }

  private static InternetAddress sender(String text) {
    try {
      InternetAddress[] addresses = InternetAddress.parse(text, true);
      if (addresses.length == 1 && addresses[0].getAddress().contains("@")) {
        addresses[0].validate();
        return addresses[0];
      }
    } catch (AddressException malformed) {
      throw new SettingsException(wrong(text));
    }
    throw new SettingsException(wrong(text));
  }

  private static String wrong(String text) {
    return "TBMS_MAIL_FROM must be an address such as portal@example.ca (it is \"" + text + "\")";
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host + ":" + port + " (" + encryption + ")";
  }
}
