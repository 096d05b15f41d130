package ca.edsquebec.trackingbms.platform;

import java.util.Locale;

/** How long ago, and how long. What has begun, a second or a minute, is not counted. */
final class Ages {

  private static final int DAY = 86_400;

  private final boolean english;
  private final Moments moments;

  Ages(boolean english, Moments moments) {
    this.english = english;
    this.moments = moments;
  }

  String never() {
    return english ? "never" : "jamais";
  }

  String ago(long then, long now) {
    String brief = brief(then, now);
    if (seconds(then, now) >= DAY) {
      return brief;
    }
    return english ? brief + "\u00a0ago" : "il\u00a0y\u00a0a\u00a0" + brief;
  }

  String brief(long then, long now) {
    long seconds = seconds(then, now);
    return seconds < DAY ? duration(seconds) : moments.date(then);
  }

  String duration(long seconds) {
    long hours = seconds / 3600;
    if (seconds < 60) {
      return seconds + "\u00a0s";
    }
    if (hours == 0) {
      return seconds / 60 + "\u00a0min";
    }
    if (seconds < DAY) {
      return hours + "\u00a0h\u00a0" + String.format(Locale.ROOT, "%02d", seconds / 60 % 60);
    }
    return hours / 24 + (english ? "\u00a0d\u00a0" : "\u00a0j\u00a0") + hours % 24 + "\u00a0h";
  }

  private static long seconds(long then, long now) {
    return Math.max(0, now - then) / 1000;
  }
}
