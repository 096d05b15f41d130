package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.jobs.console.Bytes;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.maintenance.backup.Progress;
import java.time.Duration;

/** Says every ten seconds how far it has come; nothing of what is quick. */
final class ShownProgress implements Progress {

  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final Console console;
  private final String what;
  private long told = System.nanoTime();

  ShownProgress(Console console, String what) {
    this.console = console;
    this.what = what;
  }

  @Override
  public void at(long bytes) {
    long now = System.nanoTime();
    if (now - told >= PAUSE) {
      told = now;
      console.note("%s: %s of SQL so far".formatted(what, Bytes.shown(bytes)));
    }
  }
}
