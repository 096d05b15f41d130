package ca.edsquebec.trackingbms.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A message as it is queued, in the registry's table or a client's; {@link OutboxTable} has the
 * rest.
 */
@Entity
@Table(name = "outbox")
@SuppressWarnings("UnusedVariable") // Only written.
class OutboxRow {

  @Id private String uid;
  private String channel;
  private String recipient;
  private String locale;
  private String template;
  private String content;

  @Enumerated(EnumType.STRING)
  private State state;

  private int attempts;
  private int unsure;

  @Column(name = "queued_at")
  private Instant queuedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  private String answer;

  protected OutboxRow() {}

  OutboxRow(String uid, String channel, Mail mail, String content, Instant now) {
    this.uid = uid;
    this.channel = channel;
    this.recipient = mail.to();
    this.locale = mail.locale().toLanguageTag();
    this.template = mail.template();
    this.content = content;
    this.state = State.WAITING;
    this.queuedAt = now;
    this.dueAt = now;
    this.answer = "";
  }
}
