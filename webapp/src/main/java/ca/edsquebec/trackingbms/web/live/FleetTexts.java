package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.overview.Overview;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The figures of fleets as text, made once for all who get the same update and see the same
 * batteries: of a thousand batteries they take some milliseconds of the one thread that serves all.
 */
final class FleetTexts {

  private static final JsonFactory JSON = new JsonFactory();

  /** A battery becomes stale without any update. */
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final int KEPT = 200;

  private record Key(TenantId tenant, BatteryScope scope, Optional<String> type) {}

  private record Made(String cursor, long atNanos, String text) {}

  private final FleetFigures figures;
  private final Map<Key, Made> recent = new ConcurrentHashMap<>();

  FleetTexts(Overview overview, Trends trends) {
    this.figures = new FleetFigures(overview, trends);
  }

  /**
   * @param cursor of the update that the figures go with
   */
  String text(Viewer viewer, Optional<String> type, String cursor) throws IOException {
    Key key = new Key(viewer.tenant(), viewer.scope(), type);
    Made known = recent.get(key);
    long now = System.nanoTime();
    if (known != null && known.cursor.equals(cursor) && now - known.atNanos < FRESH_NANOS) {
      return known.text;
    }
    if (recent.size() >= KEPT) {
      recent.clear();
    }
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      figures.write(out, viewer, type);
    }
    recent.put(key, new Made(cursor, now, text.toString()));
    return text.toString();
  }
}
