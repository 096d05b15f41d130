package ca.edsquebec.trackingbms.web.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** All that this JVM prints from now on, kept as well as printed. */
public final class CapturedLog implements AutoCloseable {

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  private CapturedLog() {
    System.setOut(both(out));
    System.setErr(both(err));
  }

  public static CapturedLog start() {
    return new CapturedLog();
  }

  public String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  private PrintStream both(PrintStream printed) {
    OutputStream tee =
        new OutputStream() {
          @Override
          public void write(int b) {
            printed.write(b);
            kept.write(b);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            printed.write(bytes, offset, length);
            kept.write(bytes, offset, length);
          }

          @Override
          public void flush() {
            printed.flush();
          }
        };
    return new PrintStream(tee, true, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    try {
      kept.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
