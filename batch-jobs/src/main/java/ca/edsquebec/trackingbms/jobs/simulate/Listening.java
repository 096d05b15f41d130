package ca.edsquebec.trackingbms.jobs.simulate;

import ca.edsquebec.trackingbms.jobs.simulate.device.DeviceServer;
import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevice;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Devices that wait to be asked, until they are closed. */
final class Listening implements AutoCloseable {

  private final List<DeviceServer> servers = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Adds one that listens from now on, and says so.
   *
   * @throws InvalidException when it can't listen there
   */
  void add(
      SimulatedDevice device,
      TimedBattery battery,
      InetSocketAddress at,
      Clock clock,
      Report report) {
    try {
      DeviceServer server = DeviceServer.start(device, battery, at, clock);
      servers.add(server);
      report.listening(battery.model().code(), device.connector(), address(server.address()));
    } catch (IOException e) {
      throw new InvalidException(
          "listen",
          "%s can't listen at %s: %s; choose another port or address by --listen"
              .formatted(battery.model().code(), address(at), e.getMessage()));
    }
  }

  private static String address(InetSocketAddress at) {
    String host = at.isUnresolved() ? at.getHostString() : at.getAddress().getHostAddress();
    return "tcp://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, at.getPort());
  }

  void await(Duration time) throws InterruptedException {
    closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closed.countDown();
    servers.forEach(DeviceServer::close);
  }
}
