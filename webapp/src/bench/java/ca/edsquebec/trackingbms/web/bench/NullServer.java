package ca.edsquebec.trackingbms.web.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat like the portal's that reads what is posted and does nothing with it. */
public final class NullServer {

  private static final String UP = "UP ";

  private NullServer() {}

  /** Runs until it is killed. */
  public static void main(String[] args) throws LifecycleException, InterruptedException {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[0]);
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", "50");
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "nothing", new Nothing());
    context.addServletMappingDecoded("/*", "nothing");
    tomcat.start();
    System.out.println(UP + "http://127.0.0.1:" + connector.getLocalPort());
    new CountDownLatch(1).await();
  }

  private static final class Nothing extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final byte[] ANSWER = "{\"accepted\":1}".getBytes(StandardCharsets.US_ASCII);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try (InputStream body = request.getInputStream()) {
        body.readAllBytes();
      }
      response.setContentType("application/json");
      response.setContentLength(ANSWER.length);
      response.getOutputStream().write(ANSWER);
    }
  }

  /** Starts it in a process of its own; returns when it answers. */
  static Running start() throws IOException {
    Path home = Bench.folder().resolve("null-server");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                NullServer.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(UP)) {
        return new Running(process, URI.create(line.substring(UP.length())));
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("the server that only reads did not start");
  }

  /** A running one. */
  record Running(Process process, URI url) implements AutoCloseable {

    long pid() {
      return process.pid();
    }

    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        process.destroyForcibly();
      }
    }
  }
}
