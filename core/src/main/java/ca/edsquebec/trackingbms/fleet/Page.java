package ca.edsquebec.trackingbms.fleet;

import java.util.List;

/**
 * A part of a list.
 *
 * @param page counted from 1; past the end the items are empty
 * @param size how many a full page has
 * @param total how many there are in all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

  public Page {
    items = List.copyOf(items);
  }
}
