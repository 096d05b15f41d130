package ca.edsquebec.trackingbms.jobs.forward.source;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.jobs.forward.spool.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A source that runs on a thread of its own, and all that it says. Close it to interrupt it. */
final class Overheard implements Receiver, AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();
  private final Thread thread;

  Overheard(Source source) {
    thread = new Thread(() -> run(source), "overheard");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Source source) {
    try {
      source.run(this);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      troubles.add(e.getMessage());
    }
  }

  @Override
  public void take(Frame frame, Mark before, Mark behind) {
    frames.add(frame);
  }

  @Override
  public void trouble(String reason) {
    troubles.add(reason);
  }

  /** The next frame, which must come. */
  Frame next() throws InterruptedException {
    Frame frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(frame).as("troubles: " + troubles).isNotNull();
    return frame;
  }

  /** The next frame's data as text. */
  String text() throws InterruptedException {
    return new String(next().data(), StandardCharsets.UTF_8);
  }

  /** The next trouble, which must come. */
  String trouble() throws InterruptedException {
    return troubles.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  boolean isSilent() {
    return frames.isEmpty();
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join(10_000);
    assertThat(thread.isAlive()).as("the source goes on").isFalse();
  }
}
