package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.live.LiveItem;
import ca.edsquebec.trackingbms.live.LiveUpdate;
import ca.edsquebec.trackingbms.measure.SampleJson;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import ca.edsquebec.trackingbms.overview.Overview;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.Viewer;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * An update as JSON, the same by WebSocket and by long poll: {@code
 * {"cursor":…,"reset":…,"batteries":[{"id":…,"battery":…,"condition":…,"ts":…,"soc":…},…]}}, and
 * {@code "fleet"} when it is wanted.
 */
public final class LivePayload {

  private static final JsonFactory JSON = new JsonFactory();

  private final BatteryDirectory directory;
  private final Overview overview;
  private final FleetTexts fleets;

  public LivePayload(BatteryDirectory directory, Overview overview, Trends trends) {
    this.directory = directory;
    this.overview = overview;
    this.fleets = new FleetTexts(overview, trends);
  }

  String text(Viewer viewer, LiveUpdate update, LiveWish wish) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("cursor", update.cursor());
      out.writeBooleanField("reset", update.reset());
      out.writeArrayFieldStart("batteries");
      for (LiveItem item : update.items()) {
        write(out, viewer, item, wish.brief());
      }
      out.writeEndArray();
      if (wish.fleet()) {
        out.writeFieldName("fleet");
        out.writeRawValue(fleets.text(viewer, wish.type(), update.cursor()));
      }
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.toString();
  }

  private void write(JsonGenerator out, Viewer viewer, LiveItem item, boolean brief)
      throws IOException {
    Optional<Battery> battery = directory.byId(viewer.tenant(), item.batteryId());
    // Removed since its sample came: there is nothing left to show it under.
    if (battery.isEmpty()) {
      return;
    }
    out.writeStartObject();
    out.writeStringField("id", battery.get().uid());
    out.writeStringField("battery", battery.get().code());
    out.writeNumberField("ts", item.sample().ts());
    BatteryNow now = overview.now(viewer, battery.get());
    out.writeStringField("condition", now.condition().jsonName());
    if (now.latest().isPresent()) {
      out.writeNumberField("receivedAt", now.latest().get().receivedAt().toEpochMilli());
    }
    out.writeNumberField("staleThreshold", battery.get().staleThreshold().toMillis() / 1000.0);
    if (brief) {
      SampleJson.writeListFields(out, item.sample());
    } else {
      SampleJson.writeFields(out, item.sample());
    }
    out.writeEndObject();
  }
}
