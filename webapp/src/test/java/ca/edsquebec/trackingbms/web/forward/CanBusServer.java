package ca.edsquebec.trackingbms.web.forward;

import ca.edsquebec.trackingbms.jobs.simulate.foxbms.FoxBms;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A foxBMS behind socketcand, as its doc/protocol.md has it, or behind canlogserver. */
final class CanBusServer implements AutoCloseable {

  private static final Pattern CANDUMP = Pattern.compile("\\(([\\d.]+)\\) can0 (\\w+)#(\\w*)");

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final BatteryModel battery;
  private final boolean socketcand;

  private CanBusServer(BatteryModel battery, boolean socketcand) throws IOException {
    this.battery = battery;
    this.socketcand = socketcand;
    thread(this::accept);
  }

  static CanBusServer socketcand(BatteryModel battery) throws IOException {
    return new CanBusServer(battery, true);
  }

  static CanBusServer canLog(BatteryModel battery) throws IOException {
    return new CanBusServer(battery, false);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        thread(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test is over.
      return;
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (socketcand) {
        greet(client);
      }
      while (true) {
        String log = FoxBms.candump(battery.at(System.currentTimeMillis()));
        String text =
            socketcand
                ? CANDUMP.matcher(log).replaceAll("< frame $2 $1 $3 >").replace("\n", "")
                : log;
        say(client, text);
        TimeUnit.SECONDS.sleep(1);
      }
    } catch (IOException hungUp) {
      // Whoever listened has gone.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void greet(Socket client) throws IOException {
    say(client, "< hi >");
    expect(client, "< open can0 >");
    say(client, "< ok >");
    expect(client, "< rawmode >");
    say(client, "< ok >");
  }

  private static void say(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void expect(Socket client, String message) throws IOException {
    InputStream in = client.getInputStream();
    String said = new String(in.readNBytes(message.length()), StandardCharsets.US_ASCII);
    if (!said.equals(message)) {
      throw new SocketException("it said " + said);
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "can-bus");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
