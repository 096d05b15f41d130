package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.jobs.forward.send.SendListener;
import ca.edsquebec.trackingbms.jobs.forward.send.Uplink;
import ca.edsquebec.trackingbms.jobs.forward.source.InletListener;
import ca.edsquebec.trackingbms.jobs.forward.spool.SpoolListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What became of one battery's frames since the start. Safe for any number of threads. */
final class Counts implements InletListener, SpoolListener, SendListener {

  private final String battery;
  private final Report report;
  private final AtomicLong heard = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong sentBytes = new AtomicLong();
  private final AtomicLong samples = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private volatile long newestMillis = Long.MIN_VALUE;

  Counts(String battery, Report report) {
    this.battery = battery;
    this.report = report;
  }

  String battery() {
    return battery;
  }

  /** Frames, before thinning. */
  long heard() {
    return heard.get();
  }

  /** Frames that the portal has answered for. */
  long sent() {
    return sent.get();
  }

  /** Bytes of requests, packed, without their heads. */
  long sentBytes() {
    return sentBytes.get();
  }

  /** Samples that the portal has made of them for the first time. */
  long samples() {
    return samples.get();
  }

  /** Frames that had no room. */
  long lost() {
    return lost.get();
  }

  /** Of the newest frame, epoch milliseconds. */
  long newestMillis() {
    return newestMillis;
  }

  @Override
  public void heard(Frame frame) {
    heard.incrementAndGet();
    newestMillis = frame.timeMicros() / 1000;
  }

  @Override
  public void trouble(String reason) {
    report.problem(battery, "trouble", reason);
  }

  @Override
  public void unwritten(int frames, String reason) {
    lost.addAndGet(frames);
    report.problem(battery, "unwritten", "frames are lost, the disk does not take them: " + reason);
  }

  /** How far the portal is could not be written. */
  void unkept(String reason) {
    report.problem(
        battery,
        "unkept",
        "the disk does not take how far the portal is; a restart sends some frames again: "
            + reason);
  }

  @Override
  public void lost(long frames, long newest, String why) {
    lost.addAndGet(frames);
    report.problem(
        battery,
        "lost",
        "%d frames until %s are lost, the portal never had them: %s"
            .formatted(frames, Instant.ofEpochMilli(newest), why));
  }

  @Override
  public void cut(long bytes, Path file) {
    report.problem(
        battery,
        "lost",
        "%d bytes at the end of %s can't be read: what they held and the portal had not is lost"
            .formatted(bytes, file));
  }

  @Override
  public void delivered(int frames, Uplink.Receipt receipt) {
    sent.addAndGet(frames);
    sentBytes.addAndGet(receipt.sentBytes());
    samples.addAndGet(receipt.samples() - receipt.duplicates());
    report.well(battery);
    if (!receipt.warning().isEmpty()) {
      report.problem(battery, "warning", "the portal warns: " + receipt.warning());
    }
    if (!receipt.reason().isEmpty()) {
      report.problem(battery, "unusable", "the portal can't use all of it: " + receipt.reason());
    }
  }

  @Override
  public void setAside(Frame frame, int bytes, Path file, Optional<String> lost) {
    report.say(
        battery,
        "set-aside",
        "a frame of %d bytes at %s is too large for the portal or for what lies before it: %s"
            .formatted(
                bytes,
                Instant.ofEpochMilli(frame.timeMicros() / 1000),
                lost.map(why -> "it is LOST: " + why)
                    .orElse("it is not sent, but kept in " + file)));
  }

  @Override
  public void away(String reason, Duration pause) {
    report.away(battery, "away", reason + "; it is tried again, and all is kept until then");
  }

  @Override
  public void refused(String reason, Duration pause) {
    report.away(
        battery,
        "refused",
        "%s; all is kept, and it is tried again in %d min".formatted(reason, pause.toMinutes()));
  }
}
