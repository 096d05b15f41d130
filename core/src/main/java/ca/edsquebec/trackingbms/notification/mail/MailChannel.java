package ca.edsquebec.trackingbms.notification.mail;

import ca.edsquebec.trackingbms.notification.Channel;
import ca.edsquebec.trackingbms.notification.Notice;
import ca.edsquebec.trackingbms.notification.Outcome;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.platform.SettingsException;
import ca.edsquebec.trackingbms.secret.KeptSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages as e-mail through the installation's mail server. A connection is used for as many as
 * there are, and let go between.
 */
public final class MailChannel implements Channel {

  static final int PATIENCE_MILLIS = 60_000;

  private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
  private static final String CONNECT_MILLIS = "15000";

  private final MailServer server;
  private final Clock clock;
  private final Sockets sockets = new Sockets();
  private final Session session;
  private final String protocol;
  private SmtpLine line;

  MailChannel(MailServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
    this.protocol = server.encryption() == MailServer.Encryption.TLS ? "smtps" : "smtp";
    this.session = Session.getInstance(properties());
  }

  /**
   * @param kept the password, where the settings have none; read anew at each connection
   * @return empty when no mail server is set
   * @throws SettingsException when a server is set and something else is missing or malformed
   */
  public static Optional<MailChannel> of(Settings settings, KeptSettings kept, Clock clock) {
    return MailServer.from(settings, kept).map(server -> new MailChannel(server, clock));
  }

  private Properties properties() {
    Properties properties = new Properties();
    String prefix = "mail." + protocol;
    boolean startTls = server.encryption() == MailServer.Encryption.STARTTLS;
    // Java's own certificates judge the server's: the library puts TLS on top of these sockets.
    properties.put(prefix + ".socketFactory", sockets);
    properties.put(prefix + ".socketFactory.fallback", "false");
    properties.put(prefix + ".connectiontimeout", CONNECT_MILLIS);
    properties.put(prefix + ".timeout", Integer.toString(PATIENCE_MILLIS));
    properties.put(prefix + ".auth", Boolean.toString(server.user().isPresent()));
    properties.put(prefix + ".localhost", server.portal().getHost());
    properties.put(prefix + ".starttls.enable", Boolean.toString(startTls));
    properties.put(prefix + ".starttls.required", Boolean.toString(startTls));
    properties.put(prefix + ".ssl.checkserveridentity", "true");
    properties.put(prefix + ".ssl.protocols", "TLSv1.3 TLSv1.2");
    return properties;
  }

  @Override
  public String id() {
    return "mail";
  }

  @Override
  public Outcome deliver(Notice notice, Runnable beforeEnd) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // By it the mail library finds its own parts, and a scheduler's thread may have another.
    thread.setContextClassLoader(MailChannel.class.getClassLoader());
    try {
      return deliver(new Letter(session, server, notice, clock.instant()), beforeEnd);
    } catch (MessagingException e) {
      return new Outcome(Outcome.Kind.REFUSED, Answers.text(e));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Outcome deliver(Letter letter, Runnable beforeEnd) {
    boolean used = line != null;
    Outcome outcome = tried(letter, beforeEnd);
    // A server may have closed a connection that had been used; that says nothing about it.
    return used && outcome.kind() == Outcome.Kind.AWAY ? tried(letter, beforeEnd) : outcome;
  }

  private Outcome tried(Letter letter, Runnable beforeEnd) {
    boolean whole = false;
    try {
      connect();
      line.send(letter, beforeEnd);
      whole = true;
      return new Outcome(Outcome.Kind.SENT, line.getLastServerResponse());
    } catch (MessagingException e) {
      return line == null
          ? new Outcome(Outcome.Kind.AWAY, server + ": " + Answers.text(e))
          : Answers.of(line.step(), e);
    } finally {
      if (!whole) {
        drop();
      }
    }
  }

  private void connect() throws MessagingException {
    if (line != null) {
      return;
    }
    URLName name = new URLName(protocol, server.host(), server.port(), null, null, null);
    boolean tls = server.encryption() == MailServer.Encryption.TLS;
    SmtpLine fresh = new SmtpLine(session, name, protocol, tls, sockets);
    String user = server.user().orElse(null);
    // With a password but no user the library would sign in by the name of this process's owner.
    fresh.connect(
        server.host(), server.port(), user, user == null ? null : server.password().get());
    line = fresh;
  }

  // Without QUIT, which a server in the middle of a message would take for a part of it.
  private void drop() {
    line = null;
    try {
      sockets.cut();
    } catch (IOException e) {
      LOG.debug("the connection to {} could not be closed", server, e);
    }
  }

  @Override
  public void rest() {
    if (line != null) {
      try {
        line.close();
      } catch (MessagingException e) {
        LOG.debug("{} did not say good-bye", server, e);
      }
      drop();
    }
  }

  @Override
  public void close() {
    try {
      sockets.close();
    } catch (IOException e) {
      LOG.debug("the connection to {} could not be closed", server, e);
    }
  }
}
