package ca.edsquebec.trackingbms.notification.mail;

import ca.edsquebec.trackingbms.notification.Outcome;
import ca.edsquebec.trackingbms.notification.Outcome.Kind;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a server's refusal, or its silence, means for a message. */
final class Answers {

  private static final int NONE = -1;
  private static final int CLOSING = 421;
  private static final int PERMANENT = 500;

  private Answers() {}

  /**
   * @param step how far the message got
   */
  static Outcome of(SmtpLine.Step step, MessagingException e) {
    int code = code(e);
    String text = text(e);
    return switch (step) {
      // Ours to repair: every mail would be refused.
      case SENDER -> new Outcome(Kind.AWAY, text);
      case RECIPIENT, TEXT ->
          new Outcome(code == NONE || code == CLOSING ? Kind.AWAY : perhaps(code), text);
      case END -> new Outcome(code == NONE ? Kind.UNSURE : perhaps(code), text);
    };
  }

  private static Kind perhaps(int code) {
    return code >= PERMANENT ? Kind.REFUSED : Kind.LATER;
  }

  /** The reasons, outermost first, each once. */
  static String text(MessagingException e) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      if (text.indexOf(message) < 0) {
        text.append(text.isEmpty() ? "" : "; ").append(message);
      }
    }
    return text.toString();
  }

  // The answer about the address is chained to one about the whole.
  private static int code(MessagingException e) {
    int code = NONE;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
      if (cause instanceof SMTPSendFailedException whole && code == NONE) {
        code = whole.getReturnCode();
      }
    }
    return code;
  }
}
