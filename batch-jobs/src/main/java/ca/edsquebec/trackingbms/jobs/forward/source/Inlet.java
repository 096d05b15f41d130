package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.jobs.forward.spool.Block;
import ca.edsquebec.trackingbms.jobs.forward.spool.Mark;
import ca.edsquebec.trackingbms.jobs.forward.spool.Spool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The way of one battery's frames into its spool: thinned, and gathered to blocks, none of which
 * spans the end of a minute. For one thread that hears and one that {@link #tick ticks}.
 */
public final class Inlet implements Receiver {

  /** How often {@link #tick} is to be called. */
  public static final long TICK_MILLIS = 250;

  private static final int BLOCK_FRAMES = 1000;
  private static final int BLOCK_BYTES = 256 << 10;
  private static final long MINUTE_MICROS = 60_000_000;

  private final Spool spool;
  private final Thinning thinning;
  private final long silentTicks;
  private final InletListener listener;
  private List<Frame> gathered = new ArrayList<>();
  private int gatheredBytes;

  /** Whatever was read before it is gathered or written. */
  private Mark mark;

  /** Whatever was read before it was at least heard. */
  private Mark heardUntil;

  private long ticksSinceHeard;

  /**
   * @param thinMillis of CAN frames the newest of each such interval is kept; 0 for all
   * @param page tells apart what one identifier carries in turn
   */
  public Inlet(Spool spool, long thinMillis, ToLongFunction<Frame> page, InletListener listener) {
    this.spool = spool;
    this.thinning = new Thinning(thinMillis * 1000, page);
    this.silentTicks = Math.max(2000, 2 * thinMillis) / TICK_MILLIS;
    this.listener = listener;
    mark = spool.mark();
    heardUntil = mark;
  }

  @Override
  public Mark begin() {
    return spool.mark();
  }

  @Override
  public synchronized void take(Frame frame, Mark before, Mark behind) {
    ticksSinceHeard = 0;
    listener.heard(frame);
    List<Frame> decided = thinning.take(frame);
    decided.forEach(this::gather);
    heardUntil = behind;
    if (!thinning.holds()) {
      mark = behind;
    } else if (!decided.isEmpty()) {
      // Held back is this frame alone.
      mark = before;
    }
    if (gathered.size() >= BLOCK_FRAMES || gatheredBytes >= BLOCK_BYTES) {
      write();
    }
  }

  @Override
  public void trouble(String reason) {
    listener.trouble(reason);
  }

  private void gather(Frame frame) {
    if (!gathered.isEmpty() && minute(frame) != minute(gathered.get(gathered.size() - 1))) {
      write();
    }
    gathered.add(frame);
    gatheredBytes += frame.data().length + frame.request().length + frame.topic().length() + 20;
  }

  private static long minute(Frame frame) {
    return -Math.floorDiv(-frame.timeMicros(), MINUTE_MICROS);
  }

  private void write() {
    if (gathered.isEmpty()) {
      return;
    }
    try {
      spool.append(new Block(mark, gathered));
    } catch (IOException e) {
      listener.unwritten(gathered.size(), e.getMessage());
    }
    gathered = new ArrayList<>();
    gatheredBytes = 0;
  }

  /** Time passes: what was gathered is written, and what was held back when nothing comes. */
  public synchronized void tick() {
    ticksSinceHeard++;
    if (thinning.holds() && ticksSinceHeard > silentTicks) {
      release();
    }
    write();
  }

  /** The source has ended: nothing is held back any more. */
  public synchronized void end() {
    release();
    write();
  }

  private void release() {
    thinning.release().forEach(this::gather);
    mark = heardUntil;
  }

  @Override
  public void awaitRoom() throws InterruptedException {
    spool.awaitRoom();
  }
}
