package ca.edsquebec.trackingbms.web.demo;

import ca.edsquebec.trackingbms.jobs.simulate.device.DeviceServer;
import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevices;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The demo's batteries that the portal asks: devices on free ports of this machine. */
public final class DemoDevices implements AutoCloseable {

  private final Map<DemoBattery, DeviceServer> servers = new LinkedHashMap<>();

  private DemoDevices() {}

  /** They listen from now on, until they are closed. */
  public static DemoDevices start() {
    DemoDevices devices = new DemoDevices();
    Clock clock = Clock.systemUTC();
    Instant start = clock.instant();
    try {
      for (DemoBattery battery : DemoBattery.ALL) {
        if (battery.isAsked()) {
          devices.servers.put(battery, server(battery, start, clock));
        }
      }
      return devices;
    } catch (IOException e) {
      devices.close();
      throw new UncheckedIOException(e);
    }
  }

  private static DeviceServer server(DemoBattery battery, Instant start, Clock clock)
      throws IOException {
    return DeviceServer.start(
        SimulatedDevices.of(battery.connector()).orElseThrow(),
        TimedBattery.of(battery.simulated(start).orElseThrow().model()),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        clock);
  }

  /** Where a client's batteries are asked, by their code. */
  Map<String, String> addresses(String client) {
    Map<String, String> addresses = new LinkedHashMap<>();
    servers.forEach(
        (battery, server) -> {
          if (battery.client().equals(client)) {
            addresses.put(battery.code(), "tcp://127.0.0.1:" + server.address().getPort());
          }
        });
    return addresses;
  }

  @Override
  public void close() {
    servers.values().forEach(DeviceServer::close);
  }
}
