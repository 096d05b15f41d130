package ca.edsquebec.trackingbms.live;

import java.util.List;

/**
 * What is new since a cursor.
 *
 * @param cursor where to go on from; opaque
 * @param reset true when the cursor was unknown: the items are then everything, and what is not
 *     among them is gone
 * @param items the newest of each battery that changed, at most one a battery
 */
public record LiveUpdate(String cursor, boolean reset, List<LiveItem> items) {

  public LiveUpdate {
    items = List.copyOf(items);
  }

  public boolean isEmpty() {
    return !reset && items.isEmpty();
  }
}
