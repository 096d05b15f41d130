package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes samples of a battery's frames: merges what they say and cuts a snapshot at each multiple of
 * the period <em>of frame time</em>.
 *
 * <p>The samples depend on the frames and their order alone, not on the clock nor on how the frames
 * were split over calls; so the same frames sent twice give the same samples.
 *
 * <ul>
 *   <li>A frame at a grid instant still belongs to it; the first frame after it cuts it.
 *   <li>A gap gives one snapshot, at the first grid instant after the last frame, and no padding.
 *   <li>A change of the set of alarms cuts one more, at once and at that frame's own millisecond;
 *       the first snapshot tells those that were there from the start.
 *   <li>Only frames that say something about the battery move the time on: what else lives on its
 *       bus does not make a silent battery look alive.
 *   <li>A frame more than a minute older than the newest one means that the sender's clock was set
 *       back: what is pending is cut, and the state starts afresh.
 * </ul>
 *
 * <p>Not for use by several threads.
 */
public final class Snapshots {

  private static final long NEVER = Long.MIN_VALUE;

  private final long periodMicros;
  private final Decoder decoder;
  private WorkingState state;
  private long newestMicros = NEVER;

  /** The grid instant that the next frame after it cuts. */
  private long pendingMicros = NEVER;

  private long lastCutMillis = NEVER;
  private long lastSampleMillis = NEVER;

  /** Null before the first. */
  private Sample lastSample;

  /** Null before the first sample: where nothing was told, nothing has changed. */
  private Set<Alarm> toldAlarms;

  /** Alarms were reported that have not been compared with what was told. */
  private boolean untoldAlarms;

  /**
   * @param periodMillis the battery's storage period
   * @param decoder owned by this object from now on
   * @param state what is known already; owned by this object from now on
   */
  public Snapshots(long periodMillis, Decoder decoder, WorkingState state) {
    if (periodMillis <= 0) {
      throw new IllegalArgumentException("period is " + periodMillis + " ms; must be positive");
    }
    this.periodMicros = periodMillis * 1000;
    this.decoder = decoder;
    this.state = state;
  }

  /**
   * For what comes under names, by {@link #take}: takes no frames.
   *
   * @param periodMillis the battery's storage period
   * @param state what is known already; owned by this object from now on
   */
  public Snapshots(long periodMillis, WorkingState state) {
    this(periodMillis, new NoFrames(), state);
  }

  private Snapshots(Snapshots other) {
    periodMicros = other.periodMicros;
    decoder = other.decoder.copy();
    state = other.state.copy();
    newestMicros = other.newestMicros;
    pendingMicros = other.pendingMicros;
    lastCutMillis = other.lastCutMillis;
    lastSampleMillis = other.lastSampleMillis;
    lastSample = other.lastSample;
    toldAlarms = other.toldAlarms;
    untoldAlarms = other.untoldAlarms;
  }

  /** The same state, decoder included, that goes its own way from here. */
  public Snapshots copy() {
    return new Snapshots(this);
  }

  /**
   * Takes the next frame and counts what became of it.
   *
   * @param offset the frame's place in what was sent, for the report of an invalid one
   * @param cut receives what this frame completes: none, one or two samples, in order of time
   */
  public void accept(long offset, Frame frame, Tally tally, Consumer<Sample> cut) {
    Optional<List<Reading>> said;
    try {
      said = decoder.decode(frame);
    } catch (FrameException e) {
      tally.countInvalid(offset, e.getMessage());
      return;
    } catch (RuntimeException | StackOverflowError e) {
      // One frame that a decoder can't cope with must not cost the others sent with it.
      tally.countFailed(offset, e);
      return;
    }
    take(frame, said, cut);
    if (said.isPresent()) {
      tally.countDecoded();
    } else {
      tally.countIgnored();
    }
  }

  /**
   * Takes the next frame.
   *
   * @param cut receives what this frame completes: none, one or two samples, in order of time
   * @return false when the frame is of no interest
   * @throws FrameException when the frame is invalid; nothing has changed then
   */
  public boolean accept(Frame frame, Consumer<Sample> cut) throws FrameException {
    Optional<List<Reading>> said = decoder.decode(frame);
    take(frame, said, cut);
    return said.isPresent();
  }

  private void take(Frame frame, Optional<List<Reading>> said, Consumer<Sample> cut) {
    said.ifPresent(readings -> take(frame.timeMicros(), readings, cut));
  }

  /**
   * Takes what came under names instead of in a frame.
   *
   * @param timeMicros when it was so, epoch microseconds
   * @param cut receives what this completes, as with a frame
   */
  public void take(long timeMicros, List<Reading> readings, Consumer<Sample> cut) {
    if (readings.isEmpty()) {
      return;
    }
    boolean setBack =
        newestMicros != NEVER && timeMicros < newestMicros - WorkingState.MAX_AGE_MICROS;
    if (pendingMicros != NEVER && (setBack || timeMicros > pendingMicros)) {
      cutPending(cut);
    }
    if (setBack) {
      state = state.afresh();
      newestMicros = NEVER;
      pendingMicros = NEVER;
      lastSampleMillis = NEVER;
      lastSample = null;
      toldAlarms = null;
    }
    state.merge(timeMicros, readings);
    newestMicros = Math.max(newestMicros, timeMicros);
    pendingMicros = Math.max(pendingMicros, gridAtOrAfter(timeMicros));
    cutOnChangeOfAlarms(timeMicros, readings, cut);
  }

  private void cutOnChangeOfAlarms(long timeMicros, List<Reading> readings, Consumer<Sample> cut) {
    if (toldAlarms == null) {
      return;
    }
    untoldAlarms |= readings.stream().anyMatch(r -> r instanceof Reading.Alarms);
    long millis = Math.floorDiv(timeMicros, 1000L);
    // An instant has one sample; what changed again within it is told with the next frame.
    boolean instantIsFree = millis > lastSampleMillis && millis * 1000 != pendingMicros;
    if (instantIsFree && (untoldAlarms || !toldAlarms.isEmpty())) {
      untoldAlarms = false;
      if (!state.alarmsAt(timeMicros).equals(toldAlarms)) {
        emit(millis, cut);
      }
    }
  }

  // Behind a flush the instant of the grid may have a sample already.
  private void cutPending(Consumer<Sample> cut) {
    lastCutMillis = pendingMicros / 1000;
    pendingMicros = NEVER;
    if (lastCutMillis > lastSampleMillis) {
      emit(lastCutMillis, cut);
    }
  }

  private void emit(long millis, Consumer<Sample> cut) {
    lastSampleMillis = millis;
    toldAlarms = state.alarmsAt(millis * 1000);
    lastSample = state.snapshot(millis);
    cut.accept(lastSample);
  }

  private long gridAtOrAfter(long timeMicros) {
    return -Math.floorDiv(-timeMicros, periodMicros) * periodMicros;
  }

  /**
   * Cuts what is pending although no later frame asks for it, unless its instant is still to come.
   *
   * @param untilMillis the last instant that may be cut, epoch milliseconds
   */
  public void finish(long untilMillis, Consumer<Sample> cut) {
    if (pendingMicros != NEVER && pendingMicros / 1000 <= untilMillis) {
      cutPending(cut);
    }
  }

  /**
   * Cuts what has been said and is in no sample yet, for a sender who forgets it once we answer: at
   * the time of the newest reading or, where that instant has a sample already, a millisecond
   * behind the last one. What only repeats the last sample gives none.
   */
  public void flush(Consumer<Sample> cut) {
    if (newestMicros == NEVER) {
      return;
    }
    pendingMicros = NEVER;
    boolean told = lastSample != null && state.snapshot(lastSample.ts()).equals(lastSample);
    long newest = Math.floorDiv(newestMicros, 1000L);
    if (!told) {
      emit(Math.max(newest, lastSampleMillis + 1), cut);
    } else if (newest > lastSampleMillis) {
      emit(newest, cut);
    }
  }

  /**
   * All that is known at that instant, for a live view; changes nothing.
   *
   * @param tsMillis the sample's time, epoch milliseconds
   */
  public Sample current(long tsMillis) {
    return state.snapshot(tsMillis);
  }

  /** Readings so far that had no place: a battery has so many names at a time and no more. */
  public long dropped() {
    return state.dropped();
  }

  /** Time of the newest frame that said something, epoch microseconds; empty before the first. */
  public OptionalLong newestMicros() {
    return newestMicros == NEVER ? OptionalLong.empty() : OptionalLong.of(newestMicros);
  }

  /**
   * The last grid instant cut, epoch milliseconds: once its samples are stored, frames up to it
   * need not be sent again. Empty before the first.
   */
  public OptionalLong durableUntil() {
    return lastCutMillis == NEVER ? OptionalLong.empty() : OptionalLong.of(lastCutMillis);
  }
}
