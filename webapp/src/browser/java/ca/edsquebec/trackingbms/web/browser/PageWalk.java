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

  /**
   * Each language in each colour and at each width, and each colour at each width, in as few looks
   * as that takes; for the manual those that it shows.
   */
  static Stream<Look> looks() {
    if (Screenshots.forTheManual()) {
      return Stream.of(Look.DESKTOP, Look.DESKTOP.inTheDark(), Look.PHONE);
    }
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
    tab.screenshot(picture);
    // Each language has words of its own length; what fits depends on no colour.
    if (look.width() == Look.DESKTOP.width()) {
      tab.assertFits(WIDTHS);
    }
  }
}
