package ca.edsquebec.trackingbms.jobs.tenant;

import ca.edsquebec.trackingbms.jobs.console.Bytes;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.telemetry.DiskUse;

/** What is told of a client's database on the disk: bytes to programs, sizes to people. */
final class DiskFields {

  static final String[] COLUMNS = {
    "client", "name", "status", "disk", "a day", "in a year", "retention"
  };

  private DiskFields() {}

  static void add(Fields fields, DiskUse use) {
    DiskUse.Kinds now = use.now();
    DiskUse.Growth growth = use.growth();
    fields
        .with("diskBytes", now.totalBytes())
        .with("rowsBytes", now.rowsBytes())
        .with("chunksBytes", now.chunksBytes())
        .with("rollupsBytes", now.rollupsBytes())
        .with("otherBytes", now.otherBytes())
        .with("growthMeasured", growth.measured())
        .with("samplesPerDay", growth.samplesPerDay())
        .with("chunkBytesPerDay", growth.chunkBytesPerDay())
        .with("rollupBytesPerDay", growth.rollupBytesPerDay())
        .with("growthBytesPerDay", growth.bytesPerDay())
        .with("diskBytesIn30Days", use.bytesIn30Days())
        .with("diskBytesInAYear", use.bytesInAYear())
        .with("balancedFrom", use.balance().from())
        .with("diskBytesBalanced", use.balance().bytes())
        .with("retention", use.rawKept().toString())
        .shown("disk", Bytes.shown(now.totalBytes()))
        .shown("a day", (growth.measured() ? "+" : "~") + Bytes.shown(growth.bytesPerDay()))
        .shown("in a year", Bytes.shown(use.bytesInAYear()));
  }
}
