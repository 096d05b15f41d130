package ca.edsquebec.trackingbms.connector.greenbms;

import java.nio.charset.StandardCharsets;

/**
 * What may be said to a Control Unit: which page to show, and that somebody listens. There is no
 * way to make another one: the unit takes thresholds, tests and resets from anybody, and pages 1
 * and 4 hand out its password.
 */
enum Command {
  OVERVIEW("#s2"),
  CELLS("#s3"),
  /** On the overview: values, not parameters. */
  VALUES("#h0"),
  /** The number must differ from the last one, or the unit falls back to page 0. */
  ALIVE_ODD("#m1"),
  ALIVE_EVEN("#m2");

  private final String text;

  Command(String text) {
    this.text = text;
  }

  byte[] bytes() {
    return (text + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
