package ca.edsquebec.trackingbms.identity;

import static ca.edsquebec.trackingbms.identity.PersonColumn.flag;
import static ca.edsquebec.trackingbms.identity.PersonColumn.millis;
import static ca.edsquebec.trackingbms.identity.PersonColumn.number;
import static ca.edsquebec.trackingbms.identity.PersonColumn.text;
import static ca.edsquebec.trackingbms.identity.PersonColumn.time;

import java.util.List;

/**
 * What a person's file has of the registry, in its order. Secrets, and the ids of sessions, are
 * left out; so is where failed sign-ins came from, which may be somebody else.
 */
final class PersonParts {

  static final List<PersonPart> ALL =
      List.of(
          new PersonPart(
              "account",
              "{db}.user_account a",
              "a.id",
              PersonKey::id,
              "a.id",
              List.of(
                  number("number", "a.id"),
                  text("email", "a.email"),
                  text("name", "a.display_name"),
                  text("language", "a.locale"),
                  flag("platformAdministrator", "a.platform_admin"),
                  time("createdAt", "a.created_at"),
                  time("lastSignInAt", "a.last_sign_in_at"),
                  time("passwordChangedAt", "a.password_changed_at"),
                  time("deactivatedAt", "a.deactivated_at"))),
          new PersonPart(
              "memberships",
              "{db}.membership m JOIN {db}.tenant t ON t.slug = m.tenant"
                  + " LEFT JOIN {db}.client_role r ON r.id = m.custom_role",
              "m.user_id",
              PersonKey::id,
              "m.id",
              List.of(
                  text("client", "m.tenant"),
                  text("clientName", "t.name"),
                  text("role", "COALESCE(r.name, m.role)"),
                  text("batteries", "m.battery_access"),
                  time("since", "m.created_at"),
                  time("deactivatedAt", "m.deactivated_at"))),
          new PersonPart(
              "sessions",
              "{db}.session s",
              "s.user_id",
              PersonKey::id,
              "s.id",
              List.of(
                  text("kind", "s.kind"),
                  text("address", "s.address"),
                  text("browser", "s.user_agent"),
                  time("begunAt", "s.created_at"),
                  time("lastSeenAt", "s.last_seen_at"),
                  time("expiresAt", "s.expires_at"),
                  time("endedAt", "s.ended_at"))),
          new PersonPart(
              "devices",
              "{db}.known_device d",
              "d.user_id",
              PersonKey::id,
              "d.id",
              List.of(
                  text("address", "d.address"),
                  text("browser", "d.user_agent"),
                  time("firstSeenAt", "d.first_seen_at"),
                  time("lastSeenAt", "d.last_seen_at"),
                  time("trustedUntil", "d.trusted_until"))),
          new PersonPart(
              "secondFactor",
              "{db}.totp_factor f",
              "f.user_id",
              PersonKey::id,
              "f.user_id",
              List.of(time("begunAt", "f.created_at"), time("confirmedAt", "f.confirmed_at"))),
          new PersonPart(
              "backupCodes",
              "{db}.backup_code b",
              "b.user_id",
              PersonKey::id,
              "b.label",
              List.of(time("usedAt", "b.used_at"))),
          new PersonPart(
              "passwordLinks",
              "{db}.password_link l",
              "l.user_id",
              PersonKey::id,
              "l.hash",
              List.of(
                  time("createdAt", "l.created_at"),
                  time("expiresAt", "l.expires_at"),
                  time("usedAt", "l.used_at"))),
          new PersonPart(
              "invitations",
              "{db}.invitation i",
              "i.email",
              PersonKey::email,
              "i.id",
              List.of(
                  text("client", "i.tenant"),
                  text("name", "i.display_name"),
                  text("language", "i.locale"),
                  text("role", "i.role"),
                  text("batteries", "i.battery_access"),
                  time("createdAt", "i.created_at"),
                  time("sentAt", "i.sent_at"),
                  time("expiresAt", "i.expires_at"),
                  time("acceptedAt", "i.accepted_at"),
                  time("withdrawnAt", "i.withdrawn_at"))),
          new PersonPart(
              "failedSignIns",
              "{db}.sign_in_failure x",
              "x.account",
              person -> SecretHash.of(person.email()),
              "x.origin",
              List.of(
                  number("failures", "x.failures"),
                  millis("lastAt", "x.last_at"),
                  millis("lockedUntil", "x.locked_until"))),
          new PersonPart(
              "supportVisits",
              "{db}.support_visit v",
              "v.user_id",
              PersonKey::id,
              "v.id",
              List.of(
                  text("client", "v.tenant"),
                  text("reason", "v.reason"),
                  time("begunAt", "v.begun_at"),
                  time("until", "v.until"),
                  time("endedAt", "v.ended_at"))));

  private PersonParts() {}
}
