package ca.edsquebec.trackingbms.jobs.forward.source;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.intake.pull.PullAddress;
import ca.edsquebec.trackingbms.jobs.simulate.device.DeviceServer;
import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevices;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sources against TCP servers that lose their connection, in the middle of a frame too. */
class SourcesIT {

  private static final String CLOSED = "closed the connection";

  private static Overheard hearing(String address, String connector) {
    return new Overheard(
        new DeviceSource(PullAddress.parse(address), connector, Map.of(), Clock.systemUTC()));
  }

  private static void says(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void hearsACanLogServerAgainAfterItsConnectionWasLost() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Overheard heard = hearing("canlog://127.0.0.1:" + server.getLocalPort(), "foxbms")) {
      for (int i = 1; i <= 2; i++) {
        try (Socket socket = server.accept()) {
          says(socket, "(1767225600.000000) can0 233#050E8B0A8F05DC0%d\n".formatted(i));
          assertThat(heard.next()).hasToString("233#050E8B0A8F05DC0" + i);
        }
        assertThat(heard.trouble()).contains(CLOSED);
      }
    }
  }

  @Test
  void halfAFrameOfSocketcandIsNoneAndDoesNotSpoilTheNext() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Overheard heard =
            hearing("socketcand://127.0.0.1:%d/can0".formatted(server.getLocalPort()), "foxbms")) {
      for (int i = 1; i <= 3; i++) {
        try (Socket socket = server.accept()) {
          opened(socket);
          // In two pieces, as a network may deliver it.
          says(socket, "< frame 233 1767225600.000000 05 0E 8B");
          socket.getOutputStream().flush();
          says(socket, " 0A 8F 05 DC 0%d >< frame 234 1767225600.0001 01 02".formatted(i));
          assertThat(heard.next()).hasToString("233#050E8B0A8F05DC0" + i);
        }
        assertThat(heard.trouble()).contains(CLOSED);
      }
      assertThat(heard.isSilent()).as("nothing of the half ones").isTrue();
    }
  }

  /** What socketcand says and awaits until a bus is heard (its doc/protocol.md). */
  private static void opened(Socket socket) throws IOException {
    says(socket, "< hi >");
    assertThat(message(socket.getInputStream())).isEqualTo("< open can0 >");
    says(socket, "< ok >");
    assertThat(message(socket.getInputStream())).isEqualTo("< rawmode >");
    says(socket, "< ok >");
  }

  private static String message(InputStream in) throws IOException {
    StringBuilder message = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      message.append((char) c);
      if (c == '>') {
        break;
      }
    }
    return message.toString();
  }

  @Test
  void asksASerialServerAgainThatWasCutInTheMiddleOfAnAnswer() throws Exception {
    Decoder decoder =
        InstalledConnectors.named("jbd")
            .newDecoder(InstalledConnectors.settings(InstalledConnectors.named("jbd"), Map.of()));
    BatteryModel model =
        new BatteryModel("S-1", Kind.STATIONARY, 16, 280, ZoneOffset.UTC, List.of());
    try (DeviceServer device =
            DeviceServer.start(
                SimulatedDevices.of("jbd").orElseThrow(),
                TimedBattery.of(model),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Clock.systemUTC());
        // An answer of 16 cells has 39 bytes, the other one some more: each cut is within one.
        SeveredLine line = new SeveredLine(device.address(), 10, 50, 130);
        Overheard heard = hearing("tcp://127.0.0.1:" + line.port(), "jbd")) {
      for (int cut = 1; cut <= 3; cut++) {
        assertThat(heard.trouble()).contains(CLOSED);
      }
      line.awaitWhole();
      for (int i = 0; i < 6; i++) {
        Frame frame = heard.next();
        assertThat(decoder.decode(frame)).as("a whole answer: " + frame).isPresent();
      }
    }
  }
}
