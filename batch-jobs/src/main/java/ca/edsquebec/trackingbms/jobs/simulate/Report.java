package ca.edsquebec.trackingbms.jobs.simulate;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.simulate.feed.Progress;

/** Tells of a simulation's progress: to people, or as JSON. */
final class Report implements Progress {

  private static final long STEP_PERCENT = 10;

  private final Console console;
  private final boolean quiet;
  private final String sent;
  private long toldSteps = -1;

  /**
   * @param quiet whether nobody wants to hear of what goes well
   * @param sent what is sent of now, and how often
   */
  Report(Console console, boolean quiet, String sent) {
    this.sent = sent;
    this.console = console;
    this.quiet = quiet;
  }

  @Override
  public void live() {
    tell(new Fields().with("event", "live"), "live: " + sent + "; Ctrl-C ends it");
  }

  /** A device waits to be asked. */
  void listening(String battery, String connector, String address) {
    tell(
        new Fields()
            .with("event", "listening")
            .with("battery", battery)
            .with("connector", connector)
            .with("address", address),
        "%s answers as %s at %s".formatted(battery, connector, address));
  }

  @Override
  public synchronized void history(long done, long total) {
    long percent = total == 0 ? 100 : done * 100 / total;
    if (percent / STEP_PERCENT == toldSteps) {
      return;
    }
    toldSteps = done == total ? -1 : percent / STEP_PERCENT;
    tell(
        new Fields()
            .with("event", "history")
            .with("percent", percent)
            .with("minutes", done)
            .with("of", total),
        total == 0
            ? "history: the portal has it already"
            : "history: %d %% (%d of %d minutes)".formatted(percent, done, total));
  }

  @Override
  public void away(String reason) {
    problem("away", reason + "; it is tried again");
  }

  @Override
  public void back() {
    tell(new Fields().with("event", "back"), "the portal answers again");
  }

  @Override
  public void unusable(String battery, String reason) {
    problem("unusable", "the portal can't use all frames of %s: %s".formatted(battery, reason));
  }

  private void problem(String event, String sentence) {
    if (quiet) {
      console.error(sentence);
    } else {
      console.tell(new Fields().with("event", event).with("reason", sentence), sentence);
    }
  }

  private void tell(Fields fields, String sentence) {
    if (!quiet) {
      console.tell(fields, sentence);
    }
  }
}
