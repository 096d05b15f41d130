package ca.edsquebec.trackingbms.web.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The windows of one test; they end with it. */
public final class Tabs {

  private final Chromium chromium;
  private final List<Tab> open = new ArrayList<>();

  Tabs(Chromium chromium) {
    this.chromium = chromium;
  }

  /** Opens a window on the portal at this address, as a visitor of its own. */
  public Tab open(Look look, URI portal) {
    return open(look, portal, true);
  }

  /** As {@link #open}, in a browser that runs no scripts. */
  public Tab openWithoutScripts(Look look, URI portal) {
    return open(look, portal, false);
  }

  private Tab open(Look look, URI portal, boolean scripts) {
    Tab tab = new Tab(chromium.visitor(look, scripts), look, portal);
    open.add(tab);
    return tab;
  }

  /** Opens a window without a portal: whatever it asks for is a fault. */
  public Tab blank() {
    return open(Look.DESKTOP, null);
  }

  void picture(String name) {
    for (int i = 0; i < open.size(); i++) {
      open.get(i).screenshot("failed-" + name + "-" + i);
    }
  }

  List<String> complaints() {
    return open.stream().flatMap(tab -> tab.complaints().stream()).toList();
  }

  void close() {
    open.forEach(Tab::close);
  }
}
