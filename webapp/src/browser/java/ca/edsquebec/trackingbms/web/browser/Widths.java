package ca.edsquebec.trackingbms.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Whether a page fits, so that nobody has to move it sideways. */
final class Widths {

  /** Empty, or how far the page goes beyond the window, and its first elements that do. */
  private static final String OVERFLOW =
      """
      () => {
        const root = document.documentElement;
        const beyond = root.scrollWidth - root.clientWidth;
        if (beyond <= 0) return '';
        const culprits = [...document.querySelectorAll('body *')]
          .filter((e) => e.getBoundingClientRect().right > root.clientWidth)
          .slice(0, 5)
          .map((e) => e.cloneNode(false).outerHTML);
        return `${beyond} px too wide: ${culprits.join(' ')}`;
      }
      """;

  private Widths() {}

  static void check(Page page, Look look, int... widths) {
    for (int width : widths) {
      page.setViewportSize(width, look.height());
      assertThat(page.evaluate(OVERFLOW)).as("%s at %d px", page.url(), width).isEqualTo("");
    }
    page.setViewportSize(look.width(), look.height());
  }
}
