package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameStream;
import ca.edsquebec.trackingbms.connector.Framing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * With socketcand: opens a bus, changes to raw mode and listens (linux-can/socketcand,
 * doc/protocol.md). It has no word by which a frame is sent. The time of a frame is that of its
 * coming, as in {@link CanLog}.
 */
final class Socketcand implements Dialogue {

  /** Three digits for 11 bits, eight for 29. */
  private static final String ID = "[0-7][0-9A-Fa-f]{2}|[01][0-9A-Fa-f]{7}";

  private static final long TIMEOUT = 5_000_000;

  private enum Stage {
    GREETING,
    OPENING,
    CHANGING,
    LISTENING
  }

  private final FrameStream stream = new FrameStream(new Messages());
  private final String bus;
  private Stage stage = Stage.GREETING;
  private long now = Long.MIN_VALUE;
  private long deadline;
  private int unanswered;
  private volatile String complaint = "";

  Socketcand(String bus) {
    this.bus = bus;
  }

  @Override
  public Step step(long nowMicros, byte[] received) {
    deadline =
        now == Long.MIN_VALUE ? nowMicros + TIMEOUT : deadline - Math.max(0, now - nowMicros);
    now = nowMicros;
    List<byte[]> send = new ArrayList<>();
    List<Frame> frames = new ArrayList<>();
    for (byte[] message : stream.take(received)) {
      take(message, send, frames);
    }
    if (stage != Stage.LISTENING && now >= deadline) {
      unanswered = Math.min(unanswered + 1, 1_000_000);
      deadline = now + TIMEOUT;
    }
    return new Step(send, frames, stage == Stage.LISTENING ? Long.MAX_VALUE : deadline, unanswered);
  }

  @Override
  public String complaint() {
    return complaint;
  }

  private void take(byte[] message, List<byte[]> send, List<Frame> frames) {
    String text = new String(message, 1, message.length - 2, StandardCharsets.ISO_8859_1).strip();
    String[] words = text.split(" +");
    if (words[0].equals("error") && stage != Stage.LISTENING) {
      complaint = text.substring("error".length()).strip().replaceAll("[^ -~]", "?");
    }
    switch (stage) {
      case GREETING -> advance(words[0].equals("hi"), Stage.OPENING, "< open " + bus + " >", send);
      case OPENING -> advance(words[0].equals("ok"), Stage.CHANGING, "< rawmode >", send);
      case CHANGING -> advance(words[0].equals("ok"), Stage.LISTENING, "", send);
      case LISTENING -> {
        if (words[0].equals("frame")) {
          frame(words, frames);
        }
      }
    }
  }

  private void advance(boolean expected, Stage next, String word, List<byte[]> send) {
    if (expected) {
      stage = next;
      unanswered = 0;
      deadline = now + TIMEOUT;
      if (!word.isEmpty()) {
        send.add(word.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  /** {@code frame 123 1767225600.123456 0011}; data with or without spaces, or none at all. */
  private void frame(String[] words, List<Frame> frames) {
    StringBuilder data = new StringBuilder();
    for (int i = 3; i < words.length; i++) {
      data.append(words[i]);
    }
    if (words.length < 3
        || !words[1].matches(ID)
        || !data.toString().matches("([0-9A-Fa-f]{2}){0,8}")) {
      return;
    }
    frames.add(Frame.can(now, Frame.canId(words[1]), HexFormat.of().parseHex(data)));
  }

  /** From {@code <} to {@code >}. */
  private static final class Messages implements Framing {

    private static final int MAX = 256;

    @Override
    public int measure(byte[] bytes, int from, int to) {
      if (bytes[from] != '<') {
        int at = from;
        while (at < to && bytes[at] != '<') {
          at++;
        }
        return from - at;
      }
      for (int i = from + 1; i < to; i++) {
        if (bytes[i] == '>') {
          return i + 1 - from;
        }
        if (bytes[i] == '<') {
          return from - i;
        }
      }
      return 0;
    }

    @Override
    public int maxLength() {
      return MAX;
    }
  }
}
