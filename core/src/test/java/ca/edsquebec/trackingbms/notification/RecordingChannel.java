package ca.edsquebec.trackingbms.notification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A channel that takes messages over as a story tells, and remembers them in order. */
final class RecordingChannel implements Channel {

  /** What was taken over, some perhaps twice. */
  final List<Notice> sent = Collections.synchronizedList(new ArrayList<>());

  private final Map<String, Outcome.Kind> answers = new ConcurrentHashMap<>();
  private volatile Outcome.Kind answer = Outcome.Kind.SENT;
  private volatile Runnable meanwhile = () -> {};

  /** What it says to each message from now on. */
  void answers(Outcome.Kind kind) {
    answer = kind;
  }

  /** What it says to messages to one address. */
  void answers(String to, Outcome.Kind kind) {
    answers.put(to, kind);
  }

  /** What happens between the taking over of a message and the answer. */
  void meanwhile(Runnable happening) {
    meanwhile = happening;
  }

  <T> List<T> sent(Function<Notice, T> part) {
    synchronized (sent) {
      return sent.stream().map(part).toList();
    }
  }

  @Override
  public String id() {
    return "mail";
  }

  @Override
  public Outcome deliver(Notice notice, Runnable beforeEnd) {
    Outcome.Kind kind = answers.getOrDefault(notice.to(), answer);
    if (kind != Outcome.Kind.AWAY) {
      beforeEnd.run();
    }
    if (kind == Outcome.Kind.SENT || kind == Outcome.Kind.UNSURE) {
      sent.add(notice);
      meanwhile.run();
    }
    return new Outcome(kind, "it says " + kind);
  }

  @Override
  public void rest() {}

  @Override
  public void close() {}
}
