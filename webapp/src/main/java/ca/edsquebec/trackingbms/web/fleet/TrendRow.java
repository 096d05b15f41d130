package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.telemetry.Trend;
import ca.edsquebec.trackingbms.telemetry.Trends;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the history for who has no script.
 *
 * @param t when its slot began, epoch milliseconds
 * @param soc %; NaN when absent
 * @param power W, + charging; NaN when absent
 */
public record TrendRow(long t, double soc, double power) {

  /** Of the end of a trend, evenly spaced, the newest first; what has no value is left out. */
  static List<TrendRow> of(Trend trend, HistoryRange range) {
    int slots = (int) (range.millis() / Trends.SLOT.toMillis());
    List<TrendRow> rows = new ArrayList<>();
    for (int i = Trends.SLOTS - 1; i >= Trends.SLOTS - slots; i -= range.stride()) {
      float soc = trend.soc()[i];
      float power = trend.power()[i];
      if (!Float.isNaN(soc) || !Float.isNaN(power)) {
        rows.add(new TrendRow(trend.fromMillis() + i * Trends.SLOT.toMillis(), soc, power));
      }
    }
    return List.copyOf(rows);
  }
}
