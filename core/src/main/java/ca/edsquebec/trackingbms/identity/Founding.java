package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.MailedName;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Provisioning;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.Tenant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a client complete: its database and schema, how long its samples are kept, and the mail
 * that invites its first administrator. Takes some seconds. Only what comes last says that it is
 * complete: one that a crash left incomplete is completed by asking again.
 *
 * <p>Safe for any number of threads; to be called outside of any unit of work.
 */
public final class Founding {

  private final Provisioning provisioning;
  private final RetentionPeriods periods;
  private final Invitations invitations;
  private final Audit audit;

  public Founding(Databases databases, Invitations invitations, Audit audit) {
    this.provisioning = databases.provisioning();
    this.periods = databases.retentionPeriods();
    this.invitations = invitations;
    this.audit = audit;
  }

  /**
   * Makes the client and invites its administrator.
   *
   * @throws InvalidException naming {@code client} when the short name is taken or reserved, {@code
   *     name}, {@code email} or {@code displayName}
   * @throws ca.edsquebec.trackingbms.platform.BusyException when another program makes the same
   *     client all the while
   */
  public void found(Actor by, NewClient wish) {
    NewMember first =
        new NewMember(
            Email.required(wish.email()).text(),
            MailedName.ofPerson("displayName", Accounts.name("displayName", wish.person())),
            Membership.WHOLE,
            wish.locale());
    String name = MailedName.ofClient("name", Accounts.name("name", wish.name()));
    provisioning.provision(wish.id(), name, tenant -> complete(by, wish, first, tenant));
  }

  private Tenant complete(Actor by, NewClient wish, NewMember first, Tenant tenant) {
    if (tenant.status() != Tenant.Status.PROVISIONING) {
      throw new InvalidException("client", "there is a client \"" + tenant.id() + "\" already");
    }
    wish.retention().ifPresent(period -> periods.set(tenant.id(), period));
    invitations.found(by, tenant.id(), first);
    audit.record(
        Optional.of(tenant.id()),
        by,
        Change.made(
            Action.CLIENT_CREATE,
            "client:" + tenant.id(),
            Map.of("name", tenant.name(), "retention", periods.of(tenant.id()).toString())));
    provisioning.activate(tenant.id());
    return tenant;
  }
}
