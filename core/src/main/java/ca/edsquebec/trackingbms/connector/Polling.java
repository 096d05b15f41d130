package ca.edsquebec.trackingbms.connector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The usual dialogue: a list of requests, each with its period, one at a time; the next frame that
 * fits is the answer. The request that is overdue for longest goes first. What comes unasked is
 * passed on as a frame without request.
 */
public final class Polling implements Dialogue {

  private static final long NEVER = Long.MIN_VALUE;

  /** What is asked once and was not answered is asked again so much later. */
  private static final long AGAIN = 30_000_000;

  private static final byte[] NONE = {};

  private final List<Poll> polls;
  private final FrameStream stream;
  private final BiPredicate<byte[], byte[]> answers;
  private final long timeoutMicros;
  private final long pauseMicros;
  private final long[] dueMicros;

  private long now = NEVER;
  private int asked = -1;
  private long deadline;
  private long quietUntil;
  private int unanswered;

  /**
   * @param polls at least one; never one that writes
   * @param framing how what comes in is cut
   * @param answers whether the second, a frame, can be the answer to the first, a request
   * @param timeoutMicros how long an answer is waited for
   * @param pauseMicros what the device needs between an answer and the next request
   */
  public Polling(
      List<Poll> polls,
      Framing framing,
      BiPredicate<byte[], byte[]> answers,
      long timeoutMicros,
      long pauseMicros) {
    if (polls.isEmpty() || timeoutMicros <= 0 || pauseMicros < 0) {
      throw new IllegalArgumentException("polls, a timeout and a pause are needed");
    }
    this.polls = List.copyOf(polls);
    this.stream = new FrameStream(framing);
    this.answers = answers;
    this.timeoutMicros = timeoutMicros;
    this.pauseMicros = pauseMicros;
    dueMicros = new long[polls.size()];
  }

  @Override
  public Step step(long nowMicros, byte[] received) {
    moveTo(nowMicros);
    List<Frame> frames = new ArrayList<>();
    for (byte[] bytes : stream.take(received)) {
      frames.add(frame(bytes));
    }
    if (asked >= 0 && now >= deadline) {
      unanswered = Math.min(unanswered + 1, 1_000_000);
      stream.forget();
      dueMicros[asked] = Math.min(dueMicros[asked], now + AGAIN);
      finish();
    }
    List<byte[]> send = new ArrayList<>();
    int next = next();
    if (asked < 0 && next >= 0 && now >= Math.max(quietUntil, dueMicros[next])) {
      ask(next);
      send.add(polls.get(next).request().clone());
    }
    return new Step(send, frames, wakeAt(), unanswered);
  }

  private void moveTo(long nowMicros) {
    if (now == NEVER) {
      now = nowMicros;
      Arrays.fill(dueMicros, nowMicros);
      quietUntil = nowMicros;
    }
    long back = now - nowMicros;
    if (back > 0) {
      deadline -= back;
      quietUntil -= back;
      for (int i = 0; i < dueMicros.length; i++) {
        dueMicros[i] -= dueMicros[i] == Long.MAX_VALUE ? 0 : back;
      }
    }
    now = nowMicros;
  }

  private Frame frame(byte[] bytes) {
    byte[] request = NONE;
    if (asked >= 0 && answers.test(polls.get(asked).request(), bytes)) {
      request = polls.get(asked).request();
      unanswered = 0;
      finish();
    }
    return new Frame(now, -1, bytes, request);
  }

  private void ask(int poll) {
    asked = poll;
    deadline = now + timeoutMicros;
    long every = polls.get(poll).everyMicros();
    // Late is late: what was missed is not caught up with a burst.
    dueMicros[poll] = every == 0 ? Long.MAX_VALUE : Math.max(dueMicros[poll] + every, now + 1);
  }

  private void finish() {
    asked = -1;
    quietUntil = now + pauseMicros;
  }

  /** The one that is due first; −1 when none ever is again. */
  private int next() {
    int first = -1;
    for (int i = 0; i < dueMicros.length; i++) {
      boolean sooner = first < 0 || dueMicros[i] < dueMicros[first];
      first = dueMicros[i] != Long.MAX_VALUE && sooner ? i : first;
    }
    return first;
  }

  private long wakeAt() {
    if (asked >= 0) {
      return deadline;
    }
    int next = next();
    return next < 0 ? Long.MAX_VALUE : Math.max(quietUntil, dueMicros[next]);
  }
}
