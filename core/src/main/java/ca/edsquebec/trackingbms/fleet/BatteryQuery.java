package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Optional;

/**
 * Which batteries to list. Start from {@link #first} and narrow it.
 *
 * @param type uid of a type
 * @param place uid of a place: those that stand there now
 * @param text part of code, name or serial number, case aside; blank for any
 * @param descending turns the sort order around
 * @param page from 1
 * @param size 1 to {@value #MAX_SIZE}
 */
public record BatteryQuery(
    Optional<String> type,
    Optional<String> place,
    Optional<Chemistry> chemistry,
    Optional<BatteryStatus> status,
    String text,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  public static final int MAX_SIZE = 200;

  private static final int MAX_PAGE = 1_000_000;
  private static final int MAX_TEXT = 200;

  /** What a list may be ordered by; equal ones by age. */
  public enum Sort {
    CODE,
    NAME,
    TYPE,
    PLACE
  }

  public BatteryQuery {
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

  /** The first page of all batteries, by code. */
  public static BatteryQuery first(int size) {
    return new BatteryQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Sort.CODE,
        false,
        1,
        size);
  }

  public BatteryQuery ofType(String uid) {
    return new BatteryQuery(
        Optional.of(uid), place, chemistry, status, text, sort, descending, page, size);
  }

  public BatteryQuery at(String placeUid) {
    return new BatteryQuery(
        type, Optional.of(placeUid), chemistry, status, text, sort, descending, page, size);
  }

  public BatteryQuery with(Chemistry wanted) {
    return new BatteryQuery(
        type, place, Optional.of(wanted), status, text, sort, descending, page, size);
  }

  public BatteryQuery with(BatteryStatus wanted) {
    return new BatteryQuery(
        type, place, chemistry, Optional.of(wanted), text, sort, descending, page, size);
  }

  public BatteryQuery matching(String wanted) {
    return new BatteryQuery(type, place, chemistry, status, wanted, sort, descending, page, size);
  }

  public BatteryQuery sortedBy(Sort order, boolean descendingOrder) {
    return new BatteryQuery(
        type, place, chemistry, status, text, order, descendingOrder, page, size);
  }

  public BatteryQuery page(int number) {
    return new BatteryQuery(type, place, chemistry, status, text, sort, descending, number, size);
  }
}
