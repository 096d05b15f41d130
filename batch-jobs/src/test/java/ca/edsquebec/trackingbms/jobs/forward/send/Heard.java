package ca.edsquebec.trackingbms.jobs.forward.send;

import ca.edsquebec.trackingbms.connector.Frame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a sender tells, a line each. */
final class Heard implements SendListener {

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Override
  public void delivered(int frames, Uplink.Receipt receipt) {
    told.add("delivered " + frames);
  }

  @Override
  public void setAside(Frame frame, int bytes, Path file, Optional<String> lost) {
    told.add("set aside %d bytes, %s".formatted(bytes, lost.orElse("kept in " + file)));
  }

  @Override
  public void away(String reason, Duration pause) {
    told.add("away for %d ms: %s".formatted(pause.toMillis(), reason));
  }

  @Override
  public void refused(String reason, Duration pause) {
    told.add("refused for %d min: %s".formatted(pause.toMinutes(), reason));
  }

  /** The next one that begins so; null when it does not come. */
  String next(String beginning) throws InterruptedException {
    String line = told.poll(20, TimeUnit.SECONDS);
    while (line != null && !line.startsWith(beginning)) {
      line = told.poll(20, TimeUnit.SECONDS);
    }
    return line;
  }
}
