package ca.edsquebec.trackingbms.web.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call a browser and what it runs on, from what it calls itself. */
final class BrowserName {

  private static final int SHOWN = 60;

  /** In this order: most call themselves by the names of others too. */
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("SamsungBrowser/", "Samsung Internet");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("FxiOS/", "Firefox");
    BROWSERS.put("CriOS/", "Chrome");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private BrowserName() {}

  /**
   * @param userAgent as it was sent; may be empty
   * @return such as {@code Firefox, Windows}; what is not known, as it was sent but shortened
   */
  static String of(String userAgent) {
    String known =
        Stream.of(BROWSERS, SYSTEMS)
            .flatMap(
                names ->
                    names.entrySet().stream()
                        .filter(name -> userAgent.contains(name.getKey()))
                        .limit(1)
                        .map(Map.Entry::getValue))
            .collect(Collectors.joining(", "));
    if (!known.isEmpty()) {
      return known;
    }
    return userAgent.isBlank() ? "–" : userAgent.substring(0, Math.min(SHOWN, userAgent.length()));
  }
}
