package ca.edsquebec.trackingbms.connector.can35x;

import ca.edsquebec.trackingbms.connector.wire.Field;
import java.math.BigDecimal;

/**
 * The voltage of 0x356, whose step is 0.01 V for all but one make, which has 0.1 V and says nothing
 * of it.
 *
 * @param setting {@code auto}, {@code 0.01} or {@code 0.1}
 * @param chargeLimit of 0x351, in 0.1 V; 0 before it was heard
 */
record Can35xVoltage(String setting, int chargeLimit) {

  static final String AUTO = "auto";
  static final String HUNDREDTHS = "0.01";
  static final String TENTHS = "0.1";

  /** No pack on this bus has less than 10 V; in tenths the number would mean up to 100 V. */
  private static final int LEAST_HUNDREDTHS = 1000;

  BigDecimal volts(int raw) {
    boolean tenths = setting.equals(AUTO) ? looksLikeTenths(raw) : setting.equals(TENTHS);
    return Field.decimal(raw, tenths ? 1 : 2);
  }

  /** In tenths a pack stands between half its limit of charge and a little above it. */
  private boolean looksLikeTenths(int raw) {
    return chargeLimit > 0
        ? raw > chargeLimit / 2 && raw < chargeLimit + chargeLimit / 5
        : raw > 0 && raw < LEAST_HUNDREDTHS;
  }
}
