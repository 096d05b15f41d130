package ca.edsquebec.trackingbms.web.browser;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Identity;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.NewMember;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.identity.Shares;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What the demo's people have done before, so that their pages show something: a role of the
 * client's own, a share link, somebody invited, somebody who forgot the password.
 *
 * @param share the path of the link
 */
record DemoOffice(String share, String invited, String forgetful) {

  private static final TenantId LAVAL = new TenantId("laval");

  static DemoOffice open(TestInstallation installation) {
    Clock clock = Clock.systemUTC();
    RegistryDatabase registry = installation.databases().registry();
    Identity identity =
        Identity.of(installation.databases(), installation.settings().masterKey(), clock);
    new Roles(registry, installation.audit(), clock)
        .create(
            Actor.SYSTEM,
            Membership.WHOLE,
            LAVAL,
            "Chef d’atelier",
            Set.of(Permission.MANAGE_FIELDS, Permission.MANAGE_SHARES));
    String share =
        new Shares(registry, installation.audit(), clock)
            .create(
                Maker.operator(Actor.SYSTEM),
                LAVAL,
                "Comité des élus",
                BatteryAccess.ALL,
                Duration.ofDays(30))
            .token();
    String invited = "camille@laval.example";
    identity
        .invitations()
        .invite(
            Actor.SYSTEM,
            Membership.WHOLE,
            LAVAL,
            new NewMember(
                invited,
                "Camille Gagnon",
                new Membership(Role.USER, BatteryAccess.ALL),
                Locale.CANADA_FRENCH));
    String forgetful = "marc@laval.example";
    identity.passwords().mailLink(forgetful, "127.0.0.1");
    return new DemoOffice("/s/" + share, invited, forgetful);
  }
}
