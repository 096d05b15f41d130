package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.secret.Binding;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.UnitOfWork;

/**
 * Takes messages to people within the transaction of what they tell of: when that is rolled back
 * they are gone, and once it is committed none is lost. The registry's are about accounts and have
 * a part of the daily quota for themselves; clients' are all others. Safe for any number of
 * threads.
 */
public final class Outbox {

  static final String MAIL = "mail";

  private final SecretBox box;
  private final Clock clock;
  private volatile Consumer<Optional<TenantId>> listener = where -> {};

  public Outbox(SecretBox box, Clock clock) {
    this.box = box;
    this.clock = clock;
  }

  /**
   * Queues a message of the installation, such as an invitation.
   *
   * @param registryTransaction of the registry, open
   * @throws IllegalArgumentException when there is no such template, or a value of it is missing
   */
  public void queue(EntityManager registryTransaction, Mail mail) {
    queue(
        Optional.empty(),
        registryTransaction,
        mail,
        (where, plain) -> box.seal(registryTransaction, where, plain));
  }

  /**
   * Queues a message of a client.
   *
   * <p>The program must read its keys anew at least each minute ({@code KeyRing.refresh}).
   *
   * @param tenantTransaction of that client's database, open
   * @throws IllegalArgumentException when there is no such template, or a value of it is missing
   */
  public void queue(TenantId tenant, EntityManager tenantTransaction, Mail mail) {
    queue(Optional.of(tenant), tenantTransaction, mail, box::sealWithin);
  }

  private void queue(
      Optional<TenantId> tenant,
      EntityManager transaction,
      Mail mail,
      BiFunction<Binding, String, String> seal) {
    MailTexts.require(mail);
    String uid = RandomText.base32(26);
    String content = seal.apply(Content.place(tenant, uid), Content.write(mail.values()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    transaction.persist(new OutboxRow(uid, MAIL, mail, content, now));
    tellAfterCommit(transaction, tenant);
  }

  /** Who is told after each commit in this program which outbox has something; one at most. */
  void whenQueued(Consumer<Optional<TenantId>> listener) {
    this.listener = listener;
  }

  private void tellAfterCommit(EntityManager transaction, Optional<TenantId> tenant) {
    transaction
        .unwrap(UnitOfWork.class)
        .getEventManager()
        .addListener(
            new SessionEventAdapter() {
              @Override
              public void postCommitUnitOfWork(SessionEvent event) {
                listener.accept(tenant);
              }
            });
  }
}
