package ca.edsquebec.trackingbms.connector.thingset;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.FrameStream;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.wire.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conversation in text mode: listen first; probe for the dialect; read once who it is; then ask
 * for measurements only while no report comes.
 *
 * <p>Answers carry no number and reports come between, so there is one request at a time and its
 * answer is the next line that is one. A node throws away what comes while it works, and the line
 * behind that: a request that is not answered in time is therefore simply made again.
 */
final class TextDialogue implements Dialogue {

  static final Framing LINES = Framing.lines(4096);

  private static final long SECOND = 1_000_000;
  private static final long LISTEN = SECOND * 3 / 2;
  private static final long TIMEOUT = 2 * SECOND;
  private static final long PAUSE = SECOND / 10;

  /** No report for so long: ask. A node reports every second. */
  private static final long SILENCE = 2 * SECOND;

  /** Beside reports that lack the cells. */
  private static final long CELLS_EVERY = 4 * SECOND;

  private static final int FORGET_AFTER = 3;

  private final FrameStream stream = new FrameStream(LINES);
  private final Questions questions = new Questions();
  private boolean started;
  private long now;
  private ReadRequest asked;
  private long deadline;
  private long quietUntil;
  private long reported;
  private long polled;
  private int unanswered;

  @Override
  public Step step(long nowMicros, byte[] received) {
    moveTo(nowMicros);
    List<Frame> frames = new ArrayList<>();
    for (byte[] line : stream.take(received)) {
      frames.add(take(line));
    }
    if (asked != null && now >= deadline) {
      giveUp();
    }
    List<byte[]> send = new ArrayList<>();
    if (asked == null && now >= nextAt()) {
      send.add(ask());
    }
    return new Step(send, frames, asked == null ? nextAt() : deadline, unanswered);
  }

  private void moveTo(long nowMicros) {
    if (!started) {
      started = true;
      now = nowMicros;
      quietUntil = now + LISTEN;
      reported = now;
      polled = now - CELLS_EVERY;
    }
    long back = Math.max(0, now - nowMicros);
    deadline -= back;
    quietUntil -= back;
    reported -= back;
    polled -= back;
    now = nowMicros;
  }

  private Frame take(byte[] line) {
    Frame frame = Frame.bytes(now, line);
    Optional<Message> message = message(line);
    if (message.isEmpty()) {
      return frame;
    }
    if (message.get().isReport()) {
      reported = now;
      return frame;
    }
    if (asked == null) {
      return frame;
    }
    byte[] request = asked.bytes();
    questions.answered(asked, message.get());
    unanswered = 0;
    finish();
    return new Frame(now, -1, line, request);
  }

  /** Empty for what is damaged too: the decoder says so, and here it is no answer. */
  private static Optional<Message> message(byte[] line) {
    try {
      List<byte[]> bare = Lines.of(line);
      return bare.isEmpty() ? Optional.empty() : TextMode.read(bare.get(0));
    } catch (FrameException e) {
      return Optional.empty();
    }
  }

  private void giveUp() {
    unanswered = Math.min(unanswered + 1, Integer.MAX_VALUE - 1);
    if (unanswered % FORGET_AFTER == 0) {
      questions.forget();
    }
    finish();
  }

  private void finish() {
    asked = null;
    quietUntil = now + PAUSE;
  }

  private byte[] ask() {
    if (questions.isLive()) {
      polled = now;
    }
    asked = questions.next();
    deadline = now + TIMEOUT;
    return asked.bytes();
  }

  /** When something may be asked next. */
  private long nextAt() {
    if (!questions.isLive() || questions.isUnderway()) {
      return quietUntil;
    }
    long due = Math.max(reported, polled) + SILENCE;
    return Math.max(
        quietUntil, questions.reportsCells() ? due : Math.min(due, polled + CELLS_EVERY));
  }
}
