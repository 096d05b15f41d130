package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.util.OptionalInt;

/**
 * A question about cells.
 *
 * @param maxPoints empty for every sample
 */
record CellsQuery(TimeRange range, OptionalInt maxPoints) {}
