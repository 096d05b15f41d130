package ca.edsquebec.trackingbms.web.demo;

import ca.edsquebec.trackingbms.jobs.simulate.feed.RefusedException;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.testkit.EmbeddedMariaDb;
import ca.edsquebec.trackingbms.web.testkit.PortalServer;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Starts MariaDB and the portal on loopback with two clients, and feeds their batteries, until
 * Ctrl-C.
 */
public final class Demo {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Demo() {}

  /**
   * @param args the project's root folder
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    refuseForeignSettings();
    if (!isFree(port())) {
      System.err.printf(
          "Port %d is taken: end what uses it, or choose another by TBMS_HTTP_PORT.%n", port());
      System.exit(1);
    }
    Path root = Path.of(args[0]);
    Path home = root.resolve(".demo");
    // Without demo.json the passwords are lost: an earlier start was cut short.
    if (System.getProperty("tbms.demo.reset") != null || !Files.exists(home.resolve("demo.json"))) {
      delete(home);
    }
    Files.createDirectories(home);
    EmbeddedMariaDb database =
        EmbeddedMariaDb.start(root.resolve("target/mariadb"), home.resolve("mariadb"));
    DemoMail mail = DemoMail.start(home.resolve("mails"), System.out);
    DemoDevices devices = DemoDevices.start();
    PortalServer portal = start(root, home, settings(home, database.access(), mail), devices);
    String demo = Files.readString(home.resolve("demo.json"));
    announce(System.out, demo);
    DemoSealing sealing = DemoSealing.start(Settings.from(Map.of("TBMS_HOME", home.toString())));
    DemoFeed feed = DemoFeed.start(portal.url(), keys(demo), System.out::println);
    // In this order: what the portal accepted last still goes into the database.
    database.beforeStop(
        () -> {
          feed.close();
          sealing.close();
          portal.close();
          devices.close();
          mail.close();
        });
    try {
      feed.awaitEnd();
    } catch (RefusedException e) {
      System.err.printf("The batteries stand still: %s.%n", e.getMessage());
    }
    new CountDownLatch(1).await();
  }

  private static List<DemoData.Key> keys(String demo) throws IOException {
    return JSON.convertValue(
        JSON.readTree(demo).get("apiKeys"), new TypeReference<List<DemoData.Key>>() {});
  }

  // The environment wins over the demo's own settings: with these it would open a real database.
  private static void refuseForeignSettings() {
    System.getenv().keySet().stream()
        .filter(name -> name.startsWith("TBMS_") && !name.equals("TBMS_HTTP_PORT"))
        // For whoever looks for weaknesses: limits would keep them from finding any.
        .filter(name -> !name.startsWith("TBMS_RATE_"))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              System.err.printf(
                  "The demo has its own database and settings: unset %s and start again.%n", name);
              System.exit(1);
            });
  }

  private static PortalServer start(
      Path root, Path home, Map<String, String> own, DemoDevices devices) throws IOException {
    PortalServer.writeSettings(home, own);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("TBMS_HOME", home.toString());
    Path file = home.resolve("demo.json");
    Settings settings = Settings.from(environment);
    try (DemoData data = new DemoData(settings)) {
      ObjectNode demo = Files.exists(file) ? completed(file, data) : JSON.valueToTree(data.make());
      data.ask(devices);
      PortalServer portal =
          PortalServer.start(root.resolve("webapp/target/trackingbms"), port(), "", home);
      demo.put("url", portal.url().toString());
      demo.set("batteries", JSON.valueToTree(data.batteries()));
      JSON.writeValue(file.toFile(), demo);
      return portal;
    }
  }

  /** What an earlier version made, brought up to this one. */
  private static ObjectNode completed(Path file, DemoData data) throws IOException {
    ObjectNode demo = (ObjectNode) JSON.readTree(file.toFile());
    data.migrate();
    for (DemoData.Account added : data.complete()) {
      demo.withArray("accounts").addPOJO(added);
    }
    return demo;
  }

  // Asked before anything is started: a Tomcat without its port would run on unseen.
  private static boolean isFree(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (BindException taken) {
      return false;
    }
  }

  private static int port() {
    return Integer.parseInt(System.getenv().getOrDefault("TBMS_HTTP_PORT", "8080"));
  }

  // The database's address is new at each start; the master key must stay.
  private static Map<String, String> settings(Path home, DatabaseAccess access, DemoMail mail)
      throws IOException {
    Path keyFile = home.resolve("master.key");
    if (!Files.exists(keyFile)) {
      byte[] key = new byte[32];
      new SecureRandom().nextBytes(key);
      Files.writeString(keyFile, Base64.getEncoder().encodeToString(key));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("TBMS_DB_URL", access.url("trackingbms_demo"));
    settings.put("TBMS_DB_USER", access.user());
    settings.put("TBMS_DB_PASSWORD", access.password());
    settings.put("TBMS_MASTER_KEY", Files.readString(keyFile));
    // Where links in mails lead to; the same as the address that is announced.
    settings.put("TBMS_PUBLIC_URL", "http://127.0.0.1:" + port());
    settings.putAll(mail.settings());
    // Three of its batteries are devices on this machine.
    settings.put("TBMS_ALLOW_PRIVATE_ADDRESSES", "true");
    return settings;
  }

  private static void announce(PrintStream out, String demo) {
    out.println();
    out.println(demo);
    out.println();
    out.println("TrackingBMS is up; this is also in .demo/demo.json. Ctrl-C ends it.");
    out.println("What it mails is written to .demo/mails, and goes nowhere else.");
    out.println("Its batteries are simulated; their last day fills in by itself, newest first.");
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
