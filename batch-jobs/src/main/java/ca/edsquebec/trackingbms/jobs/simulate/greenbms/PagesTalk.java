package ca.edsquebec.trackingbms.jobs.simulate.greenbms;

import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import java.nio.charset.StandardCharsets;

/**
 * Shows a page, a line each 0.4 s, and on all of them a heartbeat each 5 s. Falls back to page 0
 * when a number that should have changed within 15 s has not. Commands that write are not heard.
 */
final class PagesTalk implements Talk {

  private static final long LINE_MILLIS = 400;
  private static final long ASK_MILLIS = 1_200;
  private static final long BEAT_MILLIS = 5_000;
  private static final long ALIVE_MILLIS = 15_000;
  private static final int MAX_COMMAND = 20;
  private static final int OVERVIEW = 2;
  private static final int CELLS = 3;

  private final TimedBattery battery;
  private final StringBuilder command = new StringBuilder();
  private boolean started;
  private int page;
  private boolean values;
  private int cell;
  private int beat;
  private String alive = "";
  private String aliveBefore = "";
  private long lineAt;
  private long askAt;
  private long beatAt;
  private long aliveAt;

  PagesTalk(TimedBattery battery) {
    this.battery = battery;
  }

  @Override
  public Step step(long nowMillis, byte[] received) {
    if (!started) {
      started = true;
      lineAt = nowMillis + LINE_MILLIS;
      askAt = nowMillis + ASK_MILLIS;
      beatAt = nowMillis + BEAT_MILLIS;
      aliveAt = nowMillis + ALIVE_MILLIS;
    }
    for (byte b : received) {
      hear((char) (b & 0xFF));
    }
    String lines = lines(nowMillis);
    return new Step(
        lines.getBytes(StandardCharsets.US_ASCII),
        Math.min(Math.min(lineAt, askAt), Math.min(beatAt, aliveAt)));
  }

  private void hear(char c) {
    if (c == '\r' || c == '\n') {
      obey(command.toString());
      command.setLength(0);
    } else if (command.length() < MAX_COMMAND) {
      command.append(c);
    }
  }

  private void obey(String said) {
    if (said.matches("#s[0-4]")) {
      int next = said.charAt(2) - '0';
      cell = next == page ? cell : 0;
      values = next == page && values;
      page = next;
    } else if (said.matches("#h[01]")) {
      values = said.charAt(2) == '0';
    } else if (said.matches("#m\\d{1,4}")) {
      alive = said;
    }
  }

  private String lines(long now) {
    StringBuilder lines = new StringBuilder();
    if (now >= aliveAt) {
      page = alive.equals(aliveBefore) ? 0 : page;
      aliveBefore = alive;
      aliveAt = now + ALIVE_MILLIS;
    }
    if (now >= askAt) {
      lines.append(page == OVERVIEW ? "$#m000$\r\n" : "");
      askAt = now + ASK_MILLIS;
    }
    if (now >= lineAt) {
      lines.append(line(now));
      lineAt = now + LINE_MILLIS;
    }
    if (now >= beatAt) {
      beat = (beat + 1) % 1000;
      lines.append(Tokens.heartbeat(beat, battery.at(now).warns()));
      beatAt = now + BEAT_MILLIS;
    }
    return lines.toString();
  }

  private String line(long now) {
    return switch (page) {
      case 1 -> Tokens.PASSWORD;
      case OVERVIEW ->
          values
              ? Tokens.overview(battery.at(now))
              : Tokens.parameters(battery.model().capacityAh(), battery.at(now).cells().length);
      case CELLS -> twoCells(battery.at(now));
      default -> "";
    };
  }

  private String twoCells(Measurement m) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < 2 && cell < m.cells().length; i++) {
      line.append(Tokens.cell(m, cell));
      cell++;
    }
    cell = cell < m.cells().length ? cell : 0;
    return line.append("$\r\n").toString();
  }
}
