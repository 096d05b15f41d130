package ca.edsquebec.trackingbms.telemetry;

/**
 * How the size of a database goes on: rollups grow for ever, samples until as many are deleted as
 * come. Those that are there now are thought to be spread evenly over their time.
 *
 * @param keptDays how long samples are kept
 * @param rawDays how long ago the earliest sample was; 0 when there is none
 */
record DiskOutlook(DiskUse.Kinds now, DiskUse.Growth growth, double keptDays, double rawDays) {

  /** All of the database after so many days. */
  long bytesIn(double days) {
    double more = growth.chunkBytesPerDay() * Math.min(days, keptDays);
    return Math.round(everBytesIn(days) + rawNow() * stillKept(days) + more);
  }

  /** All of the database after so many days when all of its samples came as fast as now. */
  long bytesBalancedIn(double days) {
    return Math.round(everBytesIn(days) + growth.chunkBytesPerDay() * keptDays);
  }

  private double everBytesIn(double days) {
    return now.otherBytes() + now.rollupsBytes() + growth.rollupBytesPerDay() * days;
  }

  private long rawNow() {
    return now.rowsBytes() + now.chunksBytes();
  }

  /** The part of today's samples that is not too old by then. */
  private double stillKept(double days) {
    double left = Math.max(0, keptDays - days);
    return rawDays <= left ? 1 : left / rawDays;
  }
}
