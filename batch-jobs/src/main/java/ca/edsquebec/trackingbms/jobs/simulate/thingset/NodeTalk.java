package ca.edsquebec.trackingbms.jobs.simulate.thingset;

import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Reports each second; answers a line at a time. A line with a wrong checksum is not answered, one
 * that is too long is forgotten. Version 0.5 knows no checksums.
 */
final class NodeTalk implements Talk {

  private static final long REPORT_MILLIS = 1_000;

  /** The node's own buffer. */
  private static final int MAX_LINE = 512;

  private static final Pattern CHECKED = Pattern.compile("(.*) ([0-9A-Fa-f]{8})#");

  private final TimedBattery battery;
  private final Dialect dialect;
  private final StringBuilder line = new StringBuilder();
  private boolean tooLong;
  private boolean started;
  private long reportAt;

  NodeTalk(TimedBattery battery, Dialect dialect) {
    this.battery = battery;
    this.dialect = dialect;
  }

  @Override
  public Step step(long nowMillis, byte[] received) {
    if (!started) {
      started = true;
      reportAt = nowMillis + REPORT_MILLIS;
    }
    StringBuilder said = new StringBuilder();
    for (byte b : received) {
      hear((char) (b & 0xFF), nowMillis, said);
    }
    if (nowMillis >= reportAt) {
      reportAt = nowMillis + REPORT_MILLIS;
      say(dialect.report(battery.at(nowMillis)), said);
    }
    return new Step(said.toString().getBytes(StandardCharsets.ISO_8859_1), reportAt);
  }

  private void hear(char c, long now, StringBuilder said) {
    if (c != '\n' && c != '\r') {
      tooLong |= line.length() >= MAX_LINE;
      if (!tooLong) {
        line.append(c);
      }
      return;
    }
    String request = tooLong ? "" : line.toString();
    line.setLength(0);
    tooLong = false;
    Matcher checked = CHECKED.matcher(request);
    if (checked.matches() && !dialect.isOlder()) {
      request = crc(checked.group(1)).equalsIgnoreCase(checked.group(2)) ? checked.group(1) : "";
    }
    if (!request.isBlank()) {
      say(new Requests(battery, dialect, now).answer(request.strip()), said);
    }
  }

  private void say(String text, StringBuilder said) {
    said.append(text);
    if (!dialect.isOlder()) {
      said.append(' ').append(crc(text)).append('#');
    }
    said.append("\r\n");
  }

  private static String crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
    return String.format(Locale.ROOT, "%08X", crc.getValue());
  }
}
