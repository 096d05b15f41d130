package ca.edsquebec.trackingbms.notification.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server that knows how far a message got. Only after its final dot does a
 * broken line leave it open whether the server has it (RFC 5321, 4.2.5 and 6.1).
 */
final class SmtpLine extends SMTPTransport {

  /** What the server was last asked for. */
  enum Step {
    SENDER,
    RECIPIENT,
    TEXT,
    /** The final dot may be on its way. */
    END
  }

  /** A server may look for viruses between the final dot and its answer (RFC 5321, 4.5.3.2.6). */
  private static final int END_PATIENCE_MILLIS = 600_000;

  private final Sockets sockets;
  private Runnable beforeEnd = () -> {};
  private Step step = Step.SENDER;

  SmtpLine(Session session, URLName server, String protocol, boolean tls, Sockets sockets) {
    super(session, server, protocol, tls);
    this.sockets = sockets;
  }

  /** Sends one message; {@code beforeEnd} runs right before the final dot. */
  synchronized void send(Message message, Runnable beforeEnd) throws MessagingException {
    this.beforeEnd = beforeEnd;
    this.step = Step.SENDER;
    sendMessage(message, message.getAllRecipients());
  }

  Step step() {
    return step;
  }

  @Override
  protected void rcptTo() throws MessagingException {
    step = Step.RECIPIENT;
    super.rcptTo();
    step = Step.TEXT;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    beforeEnd.run();
    step = Step.END;
    sockets.patience(END_PATIENCE_MILLIS);
    super.finishData();
    sockets.patience(MailChannel.PATIENCE_MILLIS);
  }
}
