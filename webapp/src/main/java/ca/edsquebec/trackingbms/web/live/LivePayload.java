package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.live.LiveItem;
import ca.edsquebec.trackingbms.live.LiveUpdate;
import ca.edsquebec.trackingbms.measure.SampleJson;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * An update as JSON, the same by WebSocket and by long poll: {@code
 * {"cursor":…,"reset":…,"batteries":[{"id":…,"battery":…,"ts":…,"soc":…},…]}}.
 */
public final class LivePayload {

  private static final JsonFactory JSON = new JsonFactory();

  private final BatteryDirectory directory;

  public LivePayload(BatteryDirectory directory) {
    this.directory = directory;
  }

  String text(TenantId tenant, LiveUpdate update) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("cursor", update.cursor());
      out.writeBooleanField("reset", update.reset());
      out.writeArrayFieldStart("batteries");
      for (LiveItem item : update.items()) {
        write(out, tenant, item);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.toString();
  }

  private void write(JsonGenerator out, TenantId tenant, LiveItem item) throws IOException {
    Optional<Battery> battery = directory.byId(tenant, item.batteryId());
    // Removed since its sample came: there is nothing left to show it under.
    if (battery.isEmpty()) {
      return;
    }
    out.writeStartObject();
    out.writeStringField("id", battery.get().uid());
    out.writeStringField("battery", battery.get().code());
    out.writeNumberField("ts", item.sample().ts());
    out.writeNumberField("staleThreshold", battery.get().staleThreshold().toMillis() / 1000.0);
    SampleJson.writeFields(out, item.sample());
    out.writeEndObject();
  }
}
