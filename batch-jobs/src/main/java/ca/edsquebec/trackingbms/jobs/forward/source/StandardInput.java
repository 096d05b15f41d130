package ca.edsquebec.trackingbms.jobs.forward.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/** Lines that another program writes, such as {@code candump -L}, until it ends. */
public final class StandardInput implements Source {

  private final InputStream in;
  private final Clock clock;

  public StandardInput(InputStream in, Clock clock) {
    this.in = in;
    this.clock = clock;
  }

  @Override
  public void run(Receiver receiver) throws IOException, InterruptedException {
    Lines lines = new Lines(receiver, clock);
    byte[] buffer = new byte[16 << 10];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      lines.take(buffer, count);
    }
    lines.end();
  }
}
