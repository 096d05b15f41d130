package ca.edsquebec.trackingbms.measure;

import java.util.Objects;

/**
 * An alarm that a BMS raises now.
 *
 * @param code canonical meaning
 * @param level how bad
 * @param raw the device's own name for it, at most {@value #MAX_RAW} characters; empty when it gave
 *     none
 */
public record Alarm(AlarmCode code, AlarmLevel level, String raw) {

  public static final int MAX_RAW = 80;

  public Alarm {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(level, "level");
    raw = raw.length() > MAX_RAW ? raw.substring(0, MAX_RAW) : raw;
  }
}
