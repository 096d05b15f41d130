package ca.edsquebec.trackingbms.connector.greenbms;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameStream;
import ca.edsquebec.trackingbms.connector.Framing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the pages of a Control Unit: it shows the pack or the cells, never both, and nothing when
 * nobody says for 15 s that he is there. Stays on the overview and leaves it for one sweep of the
 * cells, which ends when a cell comes for the second time.
 */
final class PagesDialogue implements Dialogue {

  static final Framing LINES = Framing.lines(512);

  private static final long SECOND = 1_000_000;
  private static final long ALIVE_EVERY = 3 * SECOND;

  /** A page shows something every 0.4 s. */
  private static final long SILENCE = 5 * SECOND / 2;

  /** 40 cells at two each 0.4 s, and the turning. */
  private static final long LONGEST_SWEEP = 11 * SECOND;

  private static final String PASSWORD = "#p002[^$]*";

  private final FrameStream stream = new FrameStream(LINES);
  private final long overviewMicros;
  private final boolean visitsCells;

  private boolean started;
  private long now;
  private Command page = Command.OVERVIEW;
  private long turnAt;
  private long aliveAt;
  private long deadline;
  private String firstCell = "";
  private boolean swept;
  private boolean odd;
  private boolean asksForValues;
  private int unanswered;

  /**
   * @param overviewMicros how long the overview is shown between two sweeps
   * @param visitsCells whether the cells are looked at at all
   */
  PagesDialogue(long overviewMicros, boolean visitsCells) {
    this.overviewMicros = overviewMicros;
    this.visitsCells = visitsCells;
  }

  @Override
  public Step step(long nowMicros, byte[] received) {
    List<byte[]> send = new ArrayList<>();
    moveTo(nowMicros, send);
    List<Frame> frames = new ArrayList<>();
    for (byte[] line : stream.take(received)) {
      frames.add(take(line));
    }
    if (asksForValues) {
      asksForValues = false;
      send.add(Command.VALUES.bytes());
    }
    if (visitsCells && (now >= turnAt || swept)) {
      turn(page == Command.OVERVIEW ? Command.CELLS : Command.OVERVIEW, send);
    } else if (now >= deadline) {
      unanswered = Math.min(unanswered + 1, Integer.MAX_VALUE - 1);
      show(send);
    }
    if (now >= aliveAt) {
      odd = !odd;
      aliveAt = now + ALIVE_EVERY;
      send.add((odd ? Command.ALIVE_ODD : Command.ALIVE_EVEN).bytes());
    }
    long turn = visitsCells ? turnAt : Long.MAX_VALUE;
    return new Step(send, frames, Math.min(turn, Math.min(aliveAt, deadline)), unanswered);
  }

  private void moveTo(long nowMicros, List<byte[]> send) {
    if (!started) {
      started = true;
      now = nowMicros;
      aliveAt = now;
      turn(Command.OVERVIEW, send);
    }
    long back = Math.max(0, now - nowMicros);
    turnAt -= back;
    aliveAt -= back;
    deadline -= back;
    now = nowMicros;
  }

  private void turn(Command to, List<byte[]> send) {
    page = to;
    swept = false;
    firstCell = "";
    turnAt = now + (to == Command.OVERVIEW ? overviewMicros : LONGEST_SWEEP);
    show(send);
  }

  /** Twice, as the app does: the unit reads one character a round and may miss one. */
  private void show(List<byte[]> send) {
    deadline = now + SILENCE;
    send.add(page.bytes());
    send.add(page.bytes());
  }

  private Frame take(byte[] bytes) {
    String line = new String(bytes, StandardCharsets.ISO_8859_1);
    if (line.contains("#g001")) {
      shown(Command.OVERVIEW);
    }
    int cell = line.indexOf("#v");
    if (cell >= 0 && page == Command.CELLS) {
      shown(Command.CELLS);
      String name = line.substring(cell, Math.min(line.length(), cell + 5));
      swept |= name.equals(firstCell);
      firstCell = firstCell.isEmpty() ? name : firstCell;
    }
    asksForValues |= line.contains("#m000") && page == Command.OVERVIEW;
    // Nobody asked for it, and it must not reach whoever keeps frames.
    String open = line.replaceAll(PASSWORD, "");
    return Frame.bytes(
        now, open.length() == line.length() ? bytes : open.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void shown(Command seen) {
    if (seen == page) {
      deadline = now + SILENCE;
      unanswered = 0;
    }
  }
}
