package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Kind;
import java.math.BigDecimal;

/**
 * One signal that is read.
 *
 * @param place where it lies and what a step of its integer is worth in the file's unit
 * @param ours the same in the unit and sign of the meaning
 */
record MappedSignal(CanSignal place, CanSignal ours, Kind kind, Meaning meaning) {

  /** Value as the file understands it; null when the device says it is none. */
  BigDecimal shown(long word) {
    long raw = place.raw(word);
    if (isInteger()) {
      return place.exact(raw);
    }
    double number = number(place, raw);
    return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
  }

  /** Value in the unit and sign of the meaning; NaN when the device says it is none. */
  double value(long word) {
    long raw = place.raw(word);
    double value = isInteger() ? ours.value(raw) : number(ours, raw);
    return Double.isFinite(value) ? value : Double.NaN;
  }

  private boolean isInteger() {
    return kind == Kind.UNSIGNED || kind == Kind.SIGNED;
  }

  private double number(CanSignal worth, long bits) {
    double number =
        kind == Kind.FLOAT ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    double offset = worth.value(0);
    return number * (worth.value(1) - offset) + offset;
  }
}
