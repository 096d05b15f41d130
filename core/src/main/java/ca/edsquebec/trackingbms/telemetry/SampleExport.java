package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.client.ArchiveWriter;
import ca.edsquebec.trackingbms.client.Export;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.measure.SampleJson;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every sample of a client as it was measured: a file a battery, a line a sample, in the names and
 * units of the API. What is sealed while it is written is in it once. Hours that are stored but
 * damaged are told in a file of their own.
 */
public final class SampleExport implements Export.Part {

  /** Further ahead no sample is accepted. */
  private static final Duration AHEAD = Duration.ofDays(2);

  private final TenantDatabase db;
  private final BatteryDirectory batteries;
  private final Clock clock;
  private final MetricNames names;

  public SampleExport(TenantDatabase db, BatteryDirectory batteries, Clock clock) {
    this.db = db;
    this.batteries = batteries;
    this.clock = clock;
    this.names = new MetricNames(db);
  }

  @Override
  public void write(TenantId tenant, ArchiveWriter archive) throws IOException {
    Map<String, List<TimeRange>> damaged = new LinkedHashMap<>();
    for (Battery battery : batteries.all(Viewer.system(tenant))) {
      archive.add(
          "samples/" + battery.code() + ".jsonl", out -> samples(tenant, battery, out, damaged));
    }
    archive.add("damaged-hours.jsonl", out -> damagedHours(damaged, out));
  }

  private long samples(
      TenantId tenant, Battery battery, JsonGenerator out, Map<String, List<TimeRange>> damaged)
      throws IOException {
    TimeRange all = TimeRange.between(battery.earliestSample(), clock.instant().plus(AHEAD));
    long rows = 0;
    try (SampleWalk walk = new SampleWalk(db, tenant, battery.id(), all, Wanted.ALL)) {
      while (walk.hasNext()) {
        List<Block> blocks = walk.next();
        // After the samples: a name is in the dictionary before the first sample that uses it.
        MetricNames.Dictionary dictionary = names.loaded(tenant);
        for (Block block : blocks) {
          for (StoredSample stored : SampleColumns.toSamples(block)) {
            SampleJson.write(out, stored.toSample(dictionary::name));
            rows++;
          }
        }
      }
      if (!walk.damaged().isEmpty()) {
        damaged.put(battery.code(), walk.damaged());
      }
    }
    return rows;
  }

  private static long damagedHours(Map<String, List<TimeRange>> damaged, JsonGenerator out)
      throws IOException {
    long rows = 0;
    for (Map.Entry<String, List<TimeRange>> battery : damaged.entrySet()) {
      for (TimeRange hour : battery.getValue()) {
        out.writeStartObject();
        out.writeStringField("battery", battery.getKey());
        out.writeStringField("from", Instant.ofEpochMilli(hour.fromMillis()).toString());
        out.writeStringField("to", Instant.ofEpochMilli(hour.toMillis()).toString());
        out.writeEndObject();
        rows++;
      }
    }
    return rows;
  }
}
