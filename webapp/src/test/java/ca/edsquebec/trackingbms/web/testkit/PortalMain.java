package ca.edsquebec.trackingbms.web.testkit;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The portal as a process of its own, for tests that kill it. */
public final class PortalMain {

  private PortalMain() {}

  /**
   * Prints the address when it is up, and runs until it is killed.
   *
   * @param args the WAR, the port, the installation's home
   */
  public static void main(String[] args) throws InterruptedException {
    PortalServer server =
        PortalServer.start(Path.of(args[0]), Integer.parseInt(args[1]), "", Path.of(args[2]));
    System.out.println("UP " + server.url());
    new CountDownLatch(1).await();
  }
}
