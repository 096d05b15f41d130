package ca.edsquebec.trackingbms.intake.pull;

import java.util.Collection;
import java.util.List;

/** How a number of connections is shared by those who want them. */
final class FairShare {

  private FairShare() {}

  /**
   * The most that one may have, so that all together have no more than there are: who wants little
   * has that, and those who want much have the rest in equal parts. At least 1.
   *
   * @param wanted by each, 0 or more
   * @param all that there are
   */
  static int of(Collection<Integer> wanted, int all) {
    List<Integer> ascending = wanted.stream().sorted().toList();
    int left = all;
    for (int i = 0; i < ascending.size(); i++) {
      int part = left / (ascending.size() - i);
      if (ascending.get(i) > part) {
        return Math.max(1, part);
      }
      left -= ascending.get(i);
    }
    return Math.max(1, all);
  }
}
