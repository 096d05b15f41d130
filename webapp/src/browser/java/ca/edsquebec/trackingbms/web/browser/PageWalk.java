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

  /** Both languages in both colours on a desktop, and both colours on a phone. */
  static Stream<Look> looks() {
    return Stream.concat(
        Look.all().stream(), Stream.of(Look.PHONE.inTheDark(), Look.PHONE.inEnglish()));
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
    // What fits does not depend on colours, and each language has words of its own length.
    if (look.width() == Look.DESKTOP.width() && !look.dark()) {
      tab.assertFits(WIDTHS);
    }
  }
}
