package ca.edsquebec.trackingbms.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What devices say, as it was recorded: {@code core/src/test/resources/vectors}. */
public final class Devices {

  private static final Path VECTORS =
      TestDatabase.projectRoot().resolve("core/src/test/resources/vectors");

  /** A PowerCube's three blocks. */
  private static final ModbusDevice POWERCUBE =
      new ModbusDevice(
          Map.of(
              "010311000033",
              "03661100010011001e02ffffcfc700fb003f019c214800004e201950ffff9e5800030cf00ce0001100cb"
                  + "011cfff10009006513671357000000000123fff4000000000062000000000000000000000000"
                  + "000000000000000000000000000000000000000000011000",
              "010311360004",
              "0308001000f000000000",
              "010311480002",
              "030403e80000"),
          0);

  private Devices() {}

  /** A Libre Solar BMS that reports by itself, four times a second; requests are not answered. */
  public static DeviceServer.Talk thingSet() {
    String report = thingSetReport();
    return client -> repeat(client, 250, List.of(report));
  }

  /** The report that {@link #thingSet} sends: 52.50 V, −12.34 A, 76 %, 16 cells. */
  public static String thingSetReport() {
    return lines("thingset/text-v0.6.vectors.jsonl")
        .filter(line -> line.contains("\"bms-crc-limits-9\""))
        .map(line -> line.substring(line.indexOf("#mLive"), line.indexOf("\\r\\n\"")))
        .map(text -> text.replace("\\\"", "\"") + "\r\n")
        .findFirst()
        .orElseThrow();
  }

  /** The first seconds of a foxBMS' session, again and again, by socketcand on {@code can0}. */
  public static DeviceServer.Talk socketcand() {
    List<String> frames = session().map(Devices::socketcandFrame).toList();
    return client -> {
      InputStream in = client.getInputStream();
      say(client, "< hi >");
      expect(in, "< open can0 >");
      say(client, "< ok >");
      expect(in, "< rawmode >");
      say(client, "< ok >");
      repeat(client, 1, frames);
    };
  }

  /** The same as canlogserver serves it. */
  public static DeviceServer.Talk canLog() {
    List<String> frames = session().map(line -> line + "\n").toList();
    return client -> repeat(client, 1, frames);
  }

  /** Those first seconds as canlogserver serves them: 2,000 lines. */
  public static String canLogSession() {
    return session().collect(Collectors.joining("\n", "", "\n"));
  }

  /** A PowerCube M2 behind Modbus TCP; it refuses what is no read of a block it has. */
  public static DeviceServer.Talk modbusTcp() {
    return POWERCUBE.behindGateway();
  }

  /** The same behind a serial server that passes on what is on the line. */
  public static DeviceServer.Talk rtuTcp() {
    return POWERCUBE.onLine();
  }

  /** A JBD of four cells, 15.60 V, −2.87 A, 100 %; it answers what has the right check. */
  public static DeviceServer.Talk jbd() {
    Map<String, byte[]> answers =
        Map.of(
            "dda50300fffd77", jbdAnswer("jbd-13"),
            "dda50400fffc77", jbdAnswer("jbd-27"),
            "dda50500fffb77", jbdAnswer("jbd-33"));
    return client -> {
      InputStream in = client.getInputStream();
      for (byte[] request = in.readNBytes(7); request.length == 7; request = in.readNBytes(7)) {
        byte[] answer = answers.get(HexFormat.of().formatHex(request));
        if (answer == null) {
          throw new IOException("asked " + HexFormat.of().formatHex(request));
        }
        client.getOutputStream().write(answer);
      }
    };
  }

  private static byte[] jbdAnswer(String id) {
    return lines("jbd/jbd.vectors.jsonl")
        .filter(line -> line.startsWith("{\"id\":\"" + id + "\""))
        .map(line -> line.replaceFirst(".*?\"hex\":\"([0-9a-f]+)\".*", "$1"))
        .map(HexFormat.of()::parseHex)
        .findFirst()
        .orElseThrow();
  }

  /** One that takes a connection and never says a word. */
  public static DeviceServer.Talk silent() {
    return client -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /** One that talks nonsense without ever taking a breath. */
  public static DeviceServer.Talk garbage() {
    return client -> {
      SplittableRandom random = new SplittableRandom(7);
      byte[] bytes = new byte[8192];
      while (true) {
        random.nextBytes(bytes);
        client.getOutputStream().write(bytes);
      }
    };
  }

  private static void repeat(Socket client, long pauseMillis, List<String> texts)
      throws IOException, InterruptedException {
    for (int i = 0; ; i = (i + 1) % texts.size()) {
      say(client, texts.get(i));
      // The pace of the device: there is no event to wait for.
      Thread.sleep(pauseMillis);
    }
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void expect(InputStream in, String text) throws IOException {
    String said = new String(in.readNBytes(text.length()), StandardCharsets.ISO_8859_1);
    if (!said.equals(text)) {
      throw new IOException("expected " + text + ", was told " + said);
    }
  }

  private static Stream<String> session() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(VECTORS.resolve("foxbms/session.candump.log")),
                StandardCharsets.ISO_8859_1))) {
      return reader.lines().limit(2000).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code (1767225600.533000) can0 7F1#05010203} as socketcand has it. */
  private static String socketcandFrame(String line) {
    String[] words = line.split(" ");
    String[] frame = words[2].split("#", 2);
    String time = words[0].substring(1, words[0].length() - 1);
    return "< frame " + frame[0] + " " + time + " " + frame[1] + " >";
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(VECTORS.resolve(file)).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
