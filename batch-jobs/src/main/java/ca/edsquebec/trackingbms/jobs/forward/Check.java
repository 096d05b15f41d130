package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.connector.CommonSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.WorkingState;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.console.ShownSample;
import ca.edsquebec.trackingbms.jobs.forward.send.Uplink;
import ca.edsquebec.trackingbms.jobs.forward.source.Receiver;
import ca.edsquebec.trackingbms.jobs.forward.source.Source;
import ca.edsquebec.trackingbms.jobs.forward.spool.Mark;
import ca.edsquebec.trackingbms.measure.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Shows what is heard of one battery and whether the portal would take it; sends no frame. */
final class Check implements Receiver {

  private static final Duration ENOUGH = Duration.ofSeconds(10);

  private final Feed feed;
  private final Source source;
  private final Decoder decoder;
  private final Thread hearing;
  private final WorkingState state = new WorkingState();
  private long understood;
  private long ignored;
  private long refused;
  private String trouble = "";
  private long newestMicros;

  Check(Feed feed, Source source) {
    this.feed = feed;
    this.source = source;
    this.hearing = new Thread(this::hear, "check " + feed.battery());
    this.decoder = CommonSettings.decoder(feed.connector(), feed.connectorSettings());
  }

  @Override
  public synchronized void take(Frame frame, Mark before, Mark behind) {
    try {
      Optional<List<Reading>> said = decoder.decode(frame);
      said.ifPresent(readings -> state.merge(frame.timeMicros(), readings));
      boolean something = said.isPresent() && !said.get().isEmpty();
      understood += something ? 1 : 0;
      ignored += something ? 0 : 1;
      newestMicros = Math.max(newestMicros, frame.timeMicros());
    } catch (FrameException e) {
      refused++;
      trouble = e.getMessage();
    }
  }

  @Override
  public synchronized void trouble(String reason) {
    trouble = reason;
  }

  /** Begins to listen. */
  void start() {
    hearing.setDaemon(true);
    hearing.start();
  }

  /**
   * Listens until ten seconds have passed since then, or to the source's end.
   *
   * @param begun as {@link System#nanoTime}
   */
  void await(long begun) throws InterruptedException {
    long left = ENOUGH.toNanos() - (System.nanoTime() - begun);
    // 0 would wait for ever.
    hearing.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
    hearing.interrupt();
  }

  /**
   * Tells what was heard.
   *
   * @return whether something was understood and the portal takes it
   */
  boolean tell(Uplink uplink, Console console) throws InterruptedException {
    Optional<String> refusal = refusal(uplink);
    tell(console, refusal);
    return isUnderstood() && refusal.isEmpty();
  }

  private synchronized boolean isUnderstood() {
    return understood > 0;
  }

  private void hear() {
    try {
      source.run(this);
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      trouble(e.getMessage());
    }
  }

  /** Why the portal would not take it, in its words. */
  private Optional<String> refusal(Uplink uplink) throws InterruptedException {
    try {
      uplink.send(feed.battery(), feed.connectorId(), List.of());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  private String heard() {
    String why = trouble.isEmpty() ? "." : " (" + trouble + ").";
    return understood + ignored + refused == 0
        ? "%s: nothing was heard from %s within %d s%s"
            .formatted(feed.battery(), String.join(", ", feed.from()), ENOUGH.toSeconds(), why)
        : "%s: %d frames understood, %d of no interest, %d refused%s"
            .formatted(feed.battery(), understood, ignored, refused, why);
  }

  private synchronized void tell(Console console, Optional<String> refusal) {
    Sample sample = state.snapshot(newestMicros / 1000);
    List<String> sentences = new ArrayList<>();
    sentences.add(heard());
    sentences.addAll(ShownSample.lines(sample));
    sentences.add(refusal.map(why -> "Not taken: " + why).orElse("The portal takes it."));
    console.tell(
        new Fields()
            .with("battery", feed.battery())
            .with("understood", understood)
            .with("ignored", ignored)
            .with("refused", refused)
            .with("trouble", trouble)
            .with("sample", ShownSample.values(sample))
            .with("portal", refusal.orElse("ok")),
        sentences.toArray(String[]::new));
  }
}
