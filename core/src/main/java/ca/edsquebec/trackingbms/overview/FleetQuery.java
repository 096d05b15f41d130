package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Optional;
import java.util.Set;

/**
 * Which batteries to list, in which order. Within a facet one of its choices is enough, and an
 * empty facet asks for nothing; what is said in several facets must all be true. Types and places
 * are one facet. Start from {@link #first}.
 *
 * @param types uids of types, each with all its batteries wherever they stand
 * @param places pairs {@code <uid of type>.<uid of place>}: that type at that place
 * @param tags in the spelling that batteries have
 * @param text part of name, code, serial number, place, type, a tag or a custom field's value, case
 *     and accents aside; blank for any
 * @param descending turns the order around; what has no value to be ordered by stays at the end
 * @param page from 1
 * @param size 1 to {@value #MAX_SIZE}
 */
public record FleetQuery(
    Set<Condition> conditions,
    Set<String> types,
    Set<String> places,
    Set<Chemistry> chemistries,
    Set<String> tags,
    String text,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  public static final int MAX_SIZE = 200;

  private static final int MAX_PAGE = 1_000_000;
  private static final int MAX_TEXT = 200;

  /** What a list may be ordered by; equal ones by place, then name. */
  public enum Sort {
    /** The worst first. */
    SEVERITY(null),
    NAME(null),
    /** And by type at each place, so that what {@link FleetPage.Group} sums stands together. */
    PLACE(null),
    SOC(Metric.SOC),
    VOLTAGE(Metric.PACK_VOLTAGE),
    CURRENT(Metric.CURRENT),
    TEMPERATURE(Metric.TEMPERATURE_MAX),
    SPREAD(Metric.CELL_VOLTAGE_DELTA),
    AGE(null);

    private final Metric metric;

    Sort(Metric metric) {
      this.metric = metric;
    }

    /** Empty when it is not by a measured value. */
    Optional<Metric> metric() {
      return Optional.ofNullable(metric);
    }
  }

  public FleetQuery {
    conditions = Set.copyOf(conditions);
    types = Set.copyOf(types);
    places = Set.copyOf(places);
    chemistries = Set.copyOf(chemistries);
    tags = Set.copyOf(tags);
    text = text.strip();
    if (text.length() > MAX_TEXT) {
      throw new InvalidException("text", "a search text has at most " + MAX_TEXT + " characters");
    }
    if (page < 1 || page > MAX_PAGE) {
      throw new InvalidException("page", "page is " + page + "; allowed: 1 to " + MAX_PAGE);
    }
    if (size < 1 || size > MAX_SIZE) {
      throw new InvalidException("size", "size is " + size + "; allowed: 1 to " + MAX_SIZE);
    }
  }

  /** The first page of all batteries, the worst first. */
  public static FleetQuery first(int size) {
    return new FleetQuery(
        Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "", Sort.SEVERITY, false, 1, size);
  }

  public FleetQuery in(Set<Condition> wanted) {
    return new FleetQuery(
        wanted, types, places, chemistries, tags, text, sort, descending, page, size);
  }

  public FleetQuery of(Set<String> wantedTypes, Set<String> wantedPlaces) {
    return new FleetQuery(
        conditions,
        wantedTypes,
        wantedPlaces,
        chemistries,
        tags,
        text,
        sort,
        descending,
        page,
        size);
  }

  public FleetQuery with(Set<Chemistry> wanted) {
    return new FleetQuery(
        conditions, types, places, wanted, tags, text, sort, descending, page, size);
  }

  /** Of batteries with one of these tags. */
  public FleetQuery tagged(Set<String> wanted) {
    return new FleetQuery(
        conditions, types, places, chemistries, wanted, text, sort, descending, page, size);
  }

  public FleetQuery matching(String wanted) {
    return new FleetQuery(
        conditions, types, places, chemistries, tags, wanted, sort, descending, page, size);
  }

  public FleetQuery sortedBy(Sort order, boolean descendingOrder) {
    return new FleetQuery(
        conditions, types, places, chemistries, tags, text, order, descendingOrder, page, size);
  }

  /** With so many on a page. */
  public FleetQuery size(int number) {
    return new FleetQuery(
        conditions, types, places, chemistries, tags, text, sort, descending, page, number);
  }

  public FleetQuery page(int number) {
    return new FleetQuery(
        conditions, types, places, chemistries, tags, text, sort, descending, number, size);
  }
}
