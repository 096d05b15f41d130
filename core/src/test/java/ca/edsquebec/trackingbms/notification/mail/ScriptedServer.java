package ca.edsquebec.trackingbms.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server on a real socket that answers each step as a test says, for what GreenMail can't
 * do: STARTTLS, refusals at every step, a line that breaks. Handles one connection after another.
 */
final class ScriptedServer implements AutoCloseable {

  /** An answer that is none: the connection ends instead. */
  static final String HANG_UP = "hang up";

  /** An answer that never comes. */
  static final String SILENCE = "silence";

  /** Whole messages that were answered with 250, or whose end was followed by hanging up. */
  final List<String> messages = Collections.synchronizedList(new ArrayList<>());

  /** Every command, prefixed with "tls " when it came encrypted. */
  final List<String> commands = Collections.synchronizedList(new ArrayList<>());

  final CountDownLatch silent = new CountDownLatch(1);

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final ServerSocket server;
  private final SSLContext tls;
  private final Thread thread = new Thread(this::serve, "scripted-smtp");

  /**
   * @param tls null when it offers no STARTTLS
   */
  ScriptedServer(SSLContext tls) throws IOException {
    this.tls = tls;
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /**
   * @param step GREETING, EHLO, MAIL, RCPT, DATA or END
   */
  ScriptedServer answers(String step, String answer) {
    answers.put(step, answer);
    return this;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        new Conversation(socket).hold();
      } catch (IOException ended) {
        // The other side, or the test, ended it: that is what these tests are about.
        commands.add("-");
      }
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.close();
    thread.interrupt();
    thread.join();
  }

  private final class Conversation {

    private Socket socket;
    private BufferedReader in;
    private String mark = "";

    Conversation(Socket socket) throws IOException {
      use(socket);
    }

    private void use(Socket used) throws IOException {
      socket = used;
      in = new BufferedReader(new InputStreamReader(used.getInputStream(), StandardCharsets.UTF_8));
    }

    void hold() throws IOException {
      boolean goesOn = say("GREETING", "220 scripted");
      while (goesOn) {
        String line = in.readLine();
        if (line == null) {
          return;
        }
        commands.add(mark + line);
        goesOn = answered(line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT));
      }
    }

    private boolean answered(String verb) throws IOException {
      return switch (verb) {
        case "EHLO" ->
            say("EHLO", tls == null || !mark.isEmpty() ? "250 ok" : "250-ok\r\n250 STARTTLS");
        case "STARTTLS" -> startTls();
        case "DATA" -> say("DATA", "354 go on") && message();
        case "QUIT" -> {
          say("QUIT", "221 bye");
          yield false;
        }
        default -> say(verb, "250 ok");
      };
    }

    private boolean startTls() throws IOException {
      say("STARTTLS", "220 go on");
      SSLSocket layered =
          (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
      layered.setUseClientMode(false);
      layered.startHandshake();
      use(layered);
      mark = "tls ";
      return true;
    }

    private boolean message() throws IOException {
      if (!answers.getOrDefault("DATA", "354").startsWith("354")) {
        return true;
      }
      StringBuilder text = new StringBuilder();
      for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null) {
          return false;
        }
        text.append(line).append('\n');
      }
      String answer = answers.getOrDefault("END", "250 taken");
      if (answer.startsWith("250") || answer.equals(HANG_UP)) {
        messages.add(text.toString());
      }
      return say("END", "250 taken");
    }

    private boolean say(String step, String usual) throws IOException {
      String answer = answers.getOrDefault(step, usual);
      if (answer.equals(HANG_UP)) {
        socket.close();
        return false;
      }
      if (answer.equals(SILENCE)) {
        silent.countDown();
        return in.readLine() != null;
      }
      socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
      return true;
    }
  }
}
