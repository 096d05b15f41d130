package ca.edsquebec.trackingbms.web.ingest.influx;

import ca.edsquebec.trackingbms.connector.wire.LinePoint;
import ca.edsquebec.trackingbms.connector.wire.LineProtocol;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.ingest.PushBatch;
import ca.edsquebec.trackingbms.web.ingest.Told;

/**
 * Takes the points of a body of line protocol into a batch. A bad line costs itself and no other.
 */
final class LineBody {

  private final PushBatch batch;
  private final PointReader reader;

  LineBody(PushBatch batch, PointReader reader) {
    this.batch = batch;
    this.reader = reader;
  }

  void read(String text) {
    long line = 1;
    int at = 0;
    while (at < text.length()) {
      int end = LineProtocol.endOfPoint(text, at);
      if (!LineProtocol.isSilent(text, at, end)) {
        take(line, text, at, end);
      }
      line += 1 + breaks(text, at, end);
      at = end + 1;
    }
  }

  private void take(long line, String text, int from, int end) {
    LinePoint point;
    try {
      point = LineProtocol.read(text, from, end);
    } catch (IllegalArgumentException malformed) {
      String piece = Told.quoted(text.substring(from, Math.min(end, from + 200)).strip());
      batch.refuse(line, "unable to parse '%s': %s".formatted(piece, malformed.getMessage()));
      return;
    }
    try {
      reader.take(line, point);
    } catch (InvalidException unusable) {
      batch.refuse(line, unusable.getMessage());
    }
  }

  private static int breaks(String text, int from, int end) {
    int count = 0;
    for (int i = text.indexOf('\n', from); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    return count;
  }
}
