package ca.edsquebec.trackingbms.jobs.simulate.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One device on a port, for a few at a time, each with a conversation of its own. While its battery
 * is silent it takes connections and says nothing.
 */
public final class DeviceServer implements AutoCloseable {

  private static final int MAX_CONNECTIONS = 16;
  private static final long LONGEST_WAIT_MILLIS = 60_000;
  private static final byte[] NOTHING = {};

  private final SimulatedDevice device;
  private final TimedBattery battery;
  private final Clock clock;
  private final ServerSocket server = new ServerSocket();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private DeviceServer(SimulatedDevice device, TimedBattery battery, Clock clock)
      throws IOException {
    this.device = device;
    this.battery = battery;
    this.clock = clock;
  }

  /**
   * Listens from now on, in the background.
   *
   * @param at port 0 for any that is free
   * @throws IOException when nobody can listen there
   */
  public static DeviceServer start(
      SimulatedDevice device, TimedBattery battery, InetSocketAddress at, Clock clock)
      throws IOException {
    DeviceServer started = new DeviceServer(device, battery, clock);
    try {
      started.server.setReuseAddress(true);
      started.server.bind(at);
    } catch (IOException e) {
      started.close();
      throw e;
    }
    thread(started::accept);
    return started;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (open.size() >= MAX_CONNECTIONS) {
          client.close();
        } else {
          open.add(client);
          thread(() -> serve(client));
        }
        if (server.isClosed()) {
          client.close();
        }
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException("port " + address().getPort(), e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      talk(client);
    } catch (IOException hungUp) {
      // By whoever asked, or by us: how conversations end.
      return;
    } finally {
      open.remove(client);
    }
  }

  private void talk(Socket client) throws IOException {
    client.setTcpNoDelay(true);
    Talk talk = device.newTalk(battery);
    byte[] buffer = new byte[1024];
    long now = clock.millis();
    byte[] heard = NOTHING;
    while (heard != null) {
      now = Math.max(now, clock.millis());
      Talk.Step step = talk.step(now, heard);
      if (step.send().length > 0 && !battery.isSilentAt(now)) {
        client.getOutputStream().write(step.send());
      }
      long wait = Math.max(1, Math.min(step.wakeAtMillis() - now, LONGEST_WAIT_MILLIS));
      client.setSoTimeout((int) wait);
      heard = read(client.getInputStream(), buffer);
    }
  }

  /** Null at the end. */
  private static byte[] read(InputStream in, byte[] buffer) throws IOException {
    try {
      int count = in.read(buffer);
      return count < 0 ? null : Arrays.copyOf(buffer, count);
    } catch (SocketTimeoutException nothingCame) {
      return NOTHING;
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "simulated-device");
    thread.setDaemon(true);
    thread.start();
  }

  /** Hangs up and listens no more. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
