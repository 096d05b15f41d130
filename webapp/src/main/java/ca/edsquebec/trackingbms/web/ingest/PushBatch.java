package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.connector.NamedValues;
import ca.edsquebec.trackingbms.connector.PushSettings;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.Addressing;
import ca.edsquebec.trackingbms.intake.PushIntake;
import ca.edsquebec.trackingbms.intake.PushPoint;
import ca.edsquebec.trackingbms.intake.PushReceipt;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.security.Caller;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one request of a foreign format brought: its points, and what could not be used, each with
 * its place. For one request; not for use by several threads.
 */
public final class PushBatch {

  /** One request may not hold the memory of all. */
  private static final int MAX_POINTS = 50_000;

  private final PushIntake intake;
  private final Caller caller;
  private final Addressing addressing;
  private final Carried carried;
  private final List<PushPoint> points = new ArrayList<>();
  private final List<PushReceipt.Told> refused = new ArrayList<>();
  private final Map<Long, PushSettings> settings = new HashMap<>();

  PushBatch(PushIntake intake, Caller caller, Addressing addressing, Carried carried) {
    this.intake = intake;
    this.caller = caller;
    this.addressing = addressing;
    this.carried = carried;
  }

  /**
   * What became of the points.
   *
   * @param stored how many points are in the store now
   * @param refused what could not be used, in the order sent
   * @param warnings values left out of points that were otherwise good
   */
  public record Outcome(
      int stored, List<PushReceipt.Told> refused, List<PushReceipt.Told> warnings) {}

  /** Which battery is meant. */
  public Addressing addressing() {
    return addressing;
  }

  /** Values of that battery, to be filled. */
  public NamedValues valuesOf(Battery battery) {
    return new NamedValues(
        settings
            .computeIfAbsent(
                battery.id(),
                id -> PushSettings.of(battery.connectorId(), battery.connectorSettings()))
            .inverted());
  }

  /**
   * Adds what was said of a battery.
   *
   * @param place as the sender counts
   * @param timeMicros epoch microseconds
   * @throws InvalidException when the time can't be one
   */
  public void add(long place, Battery battery, long timeMicros, NamedValues values) {
    requireRoom();
    if (timeMicros < 0 || timeMicros > PushPoint.MAX_MICROS) {
      throw new InvalidException(
          "time", "its time is out of range: is it told in the unit that the address says?");
    }
    points.add(new PushPoint(place, battery, timeMicros, values.readings()));
    carried.add(battery);
  }

  /** Notes what can't be used. */
  public void refuse(long place, String reason) {
    requireRoom();
    refused.add(new PushReceipt.Told(place, reason));
  }

  private void requireRoom() {
    if (points.size() + refused.size() >= MAX_POINTS) {
      throw new ClientErrorException(
          "more than %d points in one request: send them in parts".formatted(MAX_POINTS),
          Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
  }

  /** Stores the points; returns after the commit. */
  public Outcome store() {
    PushReceipt receipt = intake.accept(caller.tenant(), points);
    refused.addAll(receipt.rejected());
    refused.sort(Comparator.comparingLong(PushReceipt.Told::place));
    return new Outcome(
        points.size() - receipt.rejected().size(), List.copyOf(refused), receipt.warnings());
  }
}
