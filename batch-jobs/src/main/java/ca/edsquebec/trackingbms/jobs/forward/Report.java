package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.jobs.console.Bytes;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.forward.spool.Spool;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells of forwarding: to people on standard error, or as JSON. What goes on and on is told once,
 * until it has changed. Safe for any number of threads.
 */
final class Report {

  private final Console console;
  private final Set<String> told = new HashSet<>();
  private final Map<String, String> away = new HashMap<>();

  Report(Console console) {
    this.console = console;
  }

  /** Something is wrong with a battery's frames; told once a kind, until the next status. */
  synchronized void problem(String battery, String kind, String sentence) {
    if (told.add(battery + "|" + kind)) {
      say(battery, kind, sentence);
    }
  }

  /** The portal does not take a battery's frames; told once until it does, or why changes. */
  synchronized void away(String battery, String kind, String sentence) {
    if (!sentence.equals(away.put(battery, sentence))) {
      say(battery, kind, sentence);
    }
  }

  synchronized void well(String battery) {
    if (away.remove(battery) != null) {
      say(battery, "back", "the portal takes it again");
    }
  }

  /** Something that is told each time. */
  synchronized void say(String battery, String kind, String sentence) {
    Fields fields =
        new Fields().with("event", kind).with("battery", battery).with("detail", sentence);
    console.tellPrograms(fields);
    console.progress("");
    console.note((battery.isEmpty() ? "" : battery + ": ") + sentence);
  }

  /** One line for people who watch, in place of the last. */
  void progress(Iterable<Forwarding.Line> lines) {
    StringBuilder text = new StringBuilder();
    for (Forwarding.Line line : lines) {
      text.append(text.isEmpty() ? "" : "  |  ").append(sentence(line));
    }
    console.progress(text.toString());
  }

  /** How each battery is, for a log. */
  synchronized void status(Iterable<Forwarding.Line> lines) {
    told.clear();
    for (Forwarding.Line line : lines) {
      console.tellPrograms(fields(line.counts(), line.spool()));
      if (!console.isTerminal()) {
        console.note(sentence(line));
      }
    }
  }

  private static Fields fields(Counts counts, Spool spool) {
    return new Fields()
        .with("event", "status")
        .with("battery", counts.battery())
        .with("heard", counts.heard())
        .with("sent", counts.sent())
        .with("sentBytes", counts.sentBytes())
        .with("samples", counts.samples())
        .with("waiting", spool.unsentFrames())
        .with("spoolBytes", spool.bytes())
        .with("lost", counts.lost())
        .with("durableUntil", time(spool.durableMillis()))
        .with("newest", time(counts.newestMillis()));
  }

  private static Object time(long millis) {
    return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
  }

  private static String sentence(Forwarding.Line line) {
    Counts counts = line.counts();
    return "%s: %d frames heard, %d sent (%s, %d samples), %d waiting%s"
        .formatted(
            counts.battery(),
            counts.heard(),
            counts.sent(),
            Bytes.shown(counts.sentBytes()),
            counts.samples(),
            line.spool().unsentFrames(),
            counts.lost() == 0 ? "" : ", %d LOST".formatted(counts.lost()));
  }
}
