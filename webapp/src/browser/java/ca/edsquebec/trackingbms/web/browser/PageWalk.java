package ca.edsquebec.trackingbms.web.browser;

import java.util.stream.Stream;

/** Looks at one page after the other, in one window. */
final class PageWalk {

  private static final int[] WIDTHS = {320, 390, 768, 1440};

  private final Tab tab;
  private final Look look;

  PageWalk(Tab tab, Look look) {
    this.tab = tab;
    this.look = look;
  }

  /** Each language in each colour, half of them on a phone. */
  static Stream<Look> looks() {
    return Stream.of(
        Look.DESKTOP,
        Look.DESKTOP.inEnglish().inTheDark(),
        Look.PHONE.inTheDark(),
        Look.PHONE.inEnglish());
  }

  /** Goes there, and looks. */
  void see(String path, String picture) {
    tab.go(path);
    see(picture);
  }

  /** Looks at what is there: accessible, and as wide as the window at most. */
  void see(String picture) {
    tab.assertAccessible();
    if (Screenshots.areWanted(look)) {
      tab.screenshot(picture);
    }
    // Each language has words of its own length; what fits depends on no colour.
    if (look.width() == Look.DESKTOP.width()) {
      tab.assertFits(WIDTHS);
    }
  }
}
