package ca.edsquebec.trackingbms.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The pages of a list, to go to.
 *
 * @param from the first row on this page, from 1; 0 when there is none
 * @param to the last row on this page
 * @param total rows on all pages
 * @param previous where the page before is; empty on the first
 * @param next where the page after is; empty on the last
 * @param steps the first, the last and those around this one
 */
public record Pager(int from, int to, int total, String previous, String next, List<Step> steps) {

  private static final int AROUND = 2;

  /**
   * A page, or a gap where pages are left out.
   *
   * @param number 0 for a gap
   * @param link empty for a gap and for the page itself
   */
  public record Step(int number, String link) {

    public boolean isGap() {
      return number == 0;
    }

    public boolean isHere() {
      return number > 0 && link.isEmpty();
    }
  }

  public Pager {
    steps = List.copyOf(steps);
  }

  /**
   * @param page from 1
   * @param size rows of a full page
   * @param link where the page of that number is
   */
  public static Pager of(int page, int size, int total, IntFunction<String> link) {
    int pages = Math.max(1, (total + size - 1) / size);
    List<Step> steps = new ArrayList<>();
    for (int number = 1; number <= pages; number++) {
      if (number == 1 || number == pages || Math.abs(number - page) <= AROUND) {
        steps.add(new Step(number, number == page ? "" : link.apply(number)));
      } else if (!steps.get(steps.size() - 1).isGap()) {
        steps.add(new Step(0, ""));
      }
    }
    return new Pager(
        total == 0 ? 0 : (page - 1) * size + 1,
        Math.min(total, page * size),
        total,
        page > 1 ? link.apply(page - 1) : "",
        page < pages ? link.apply(page + 1) : "",
        steps);
  }

  /** Whether there is another page. */
  public boolean hasOthers() {
    return steps.size() > 1;
  }
}
