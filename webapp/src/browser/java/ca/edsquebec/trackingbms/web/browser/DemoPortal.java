package ca.edsquebec.trackingbms.web.browser;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.jobs.simulate.feed.RefusedException;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.demo.DemoData;
import ca.edsquebec.trackingbms.web.demo.DemoDevices;
import ca.edsquebec.trackingbms.web.demo.DemoFeed;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A portal with the demo's fleet, alive and with its last day: what people see who try it. */
final class DemoPortal implements AutoCloseable {

  private static final String PLATFORM = "chef@eds.example";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final TestInstallation installation = new TestInstallation();
  private final Mailbox mailbox = Mailbox.start();
  private final DemoDevices devices = DemoDevices.start();
  private final List<DemoData.Account> accounts;
  private final DemoOffice office;
  private final String platformPassword;
  private final PortalServer server;
  private final DemoFeed feed;

  private DemoPortal() {
    DemoData.Made made;
    try (DemoData data = new DemoData(Settings.from(installation.environment()))) {
      made = data.make();
      data.ask(devices);
    }
    accounts = made.accounts();
    platformPassword = platformAdministrator(installation);
    office = DemoOffice.open(installation);
    server = start();
    feed = DemoFeed.start(server.url(), made.apiKeys(), sentence -> {});
    try {
      if (!feed.awaitHistory(PATIENCE)) {
        throw new IllegalStateException("the demo's last day did not come within " + PATIENCE);
      }
    } catch (RefusedException e) {
      throw new IllegalStateException("the portal refused the demo's frames", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  // Links in mails need an address that is known beforehand.
  private PortalServer start() {
    Map<String, String> settings = new HashMap<>(installation.environment());
    settings.putAll(mailbox.settings());
    settings.put("TBMS_ALLOW_PRIVATE_ADDRESSES", "true");
    int port = freePort();
    settings.put("TBMS_PUBLIC_URL", "http://127.0.0.1:" + port);
    return Portal.start(settings, "demo-portal", "", port);
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return server.url();
  }

  Mailbox mailbox() {
    return mailbox;
  }

  DemoOffice office() {
    return office;
  }

  /** Makes somebody of a client, for a test that changes the account. */
  DemoData.Account newcomer(String client, Role role) {
    String email = "personne-" + UUID.randomUUID() + "@" + client + ".example";
    String password =
        new Users(
                installation.databases().registry(),
                new PasswordHash(),
                installation.audit(),
                Clock.systemUTC())
            .create(
                Actor.SYSTEM,
                new TenantId(client),
                email,
                "Dominique Roy",
                role,
                Locale.CANADA_FRENCH)
            .password()
            .orElseThrow();
    return new DemoData.Account(email, password, role.id(), client);
  }

  /** Opens a window in which that person has signed in. */
  Tab signedIn(Tabs tabs, Look look, String email) {
    return signedIn(tabs.open(look, url()), email);
  }

  /** As {@link #signedIn}, in a browser that runs no scripts. */
  Tab signedInWithoutScripts(Tabs tabs, Look look, String email) {
    return signedIn(tabs.openWithoutScripts(look, url()), email);
  }

  /** Opens a window in which an administrator of the platform has signed in. */
  Tab signedInForThePlatform(Tabs tabs, Look look) {
    Tab tab = tabs.open(look, url());
    tab.enterPassword(PLATFORM, platformPassword);
    return tab;
  }

  private static String platformAdministrator(TestInstallation installation) {
    return new Users(
            installation.databases().registry(),
            new PasswordHash(),
            installation.audit(),
            Clock.systemUTC())
        .createPlatformAdministrator(Actor.SYSTEM, PLATFORM, "Chef EDS", Locale.CANADA_FRENCH)
        .orElseThrow();
  }

  private Tab signedIn(Tab tab, String email) {
    DemoData.Account account =
        accounts.stream().filter(one -> one.email().equals(email)).findFirst().orElseThrow();
    tab.signIn(account.email(), account.password());
    return tab;
  }

  @Override
  public void close() {
    feed.close();
    server.close();
    devices.close();
    mailbox.close();
    installation.close();
  }

  /** Hands it to tests; there is one for all of them. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == DemoPortal.class;
    }

    @Override
    public DemoPortal resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(DemoPortal.class))
          .getOrComputeIfAbsent(DemoPortal.class, key -> new DemoPortal(), DemoPortal.class);
    }
  }
}
