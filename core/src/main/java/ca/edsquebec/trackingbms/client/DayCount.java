package ca.edsquebec.trackingbms.client;

import java.time.LocalDate;
import java.util.OptionalLong;

/** One client's samples of one day: what the registry has, and what it is still to be told. */
final class DayCount {

  /** What was counted and is not in the registry yet. */
  record Pending(LocalDate day, long samples) {}

  private LocalDate day = LocalDate.MIN;

  /** As the registry had it, all that this program had told it included; −1: not read yet. */
  private long stored = -1;

  private long pending;

  /** What is being written just now, and counts neither as stored nor as pending. */
  private long written;

  /** Of a day that is over and was not written yet. */
  private Pending late = new Pending(LocalDate.MIN, 0);

  synchronized void add(LocalDate today, long samples) {
    turnTo(today);
    pending += samples;
  }

  synchronized OptionalLong total(LocalDate today) {
    turnTo(today);
    return stored < 0 ? OptionalLong.empty() : OptionalLong.of(stored + written + pending);
  }

  /** The total with what the registry says. */
  synchronized long loaded(LocalDate today, long inRegistry) {
    turnTo(today);
    if (stored < 0) {
      stored = inRegistry;
    }
    return stored + written + pending;
  }

  /** What is to be written: of a day that is over first. */
  synchronized Pending take() {
    if (late.samples() > 0) {
      Pending first = late;
      late = new Pending(LocalDate.MIN, 0);
      return first;
    }
    Pending all = new Pending(day, pending);
    written += pending;
    pending = 0;
    return all;
  }

  /**
   * @param inRegistry what the registry has of that day now
   */
  synchronized void written(Pending what, long inRegistry) {
    if (what.day().equals(day)) {
      written -= what.samples();
      stored = inRegistry;
    }
  }

  synchronized void putBack(Pending what) {
    if (what.day().equals(day)) {
      written -= what.samples();
      pending += what.samples();
    } else {
      late =
          new Pending(
              what.day(), what.samples() + (late.day().equals(what.day()) ? late.samples() : 0));
    }
  }

  private void turnTo(LocalDate today) {
    if (!today.equals(day)) {
      if (pending > 0) {
        late = new Pending(day, pending);
      }
      day = today;
      stored = -1;
      pending = 0;
      written = 0;
    }
  }
}
