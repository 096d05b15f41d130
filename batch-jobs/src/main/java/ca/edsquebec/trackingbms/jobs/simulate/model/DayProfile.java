package ca.edsquebec.trackingbms.jobs.simulate.model;

/**
 * How a battery is used over a day: its current by hour, between the knots in straight lines, in
 * multiples of its capacity an hour (C rate), positive when charging. Charging is scaled so that a
 * day ends with the charge it began with: the charge of any time is then known without its past.
 */
final class DayProfile {

  private final double[] hours;
  private final double[] rates;

  /** Charge since midnight at each knot, as a share of the capacity. */
  private final double[] charges;

  /**
   * @param knots hour, rate, hour, rate …: from 0 to 24 h, and 0 at each change of sign
   */
  DayProfile(double... knots) {
    hours = new double[knots.length / 2];
    rates = new double[hours.length];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = knots[2 * i];
      rates[i] = knots[2 * i + 1];
    }
    double in = total(1);
    double out = total(-1);
    for (int i = 0; i < rates.length; i++) {
      rates[i] *= rates[i] > 0 ? out / in : 1;
    }
    charges = new double[hours.length];
    for (int i = 1; i < hours.length; i++) {
      charges[i] = charges[i - 1] + area(rates[i - 1], rates[i], hours[i] - hours[i - 1]);
    }
  }

  private double total(int sign) {
    double total = 0;
    for (int i = 1; i < hours.length; i++) {
      double area = area(rates[i - 1], rates[i], hours[i] - hours[i - 1]);
      total += Math.max(0, sign * area);
    }
    return total;
  }

  private static double area(double from, double to, double width) {
    return (from + to) / 2 * width;
  }

  /** C rate at that hour, 0 to 24. */
  double rate(double hour) {
    int i = before(hour);
    return rates[i] + (rates[i + 1] - rates[i]) * (hour - hours[i]) / (hours[i + 1] - hours[i]);
  }

  /** Charge gained since midnight, as a share of the capacity; 0 at 24 h. */
  double charge(double hour) {
    int i = before(hour);
    return charges[i] + area(rates[i], rate(hour), hour - hours[i]);
  }

  private int before(double hour) {
    int i = hours.length - 2;
    while (i > 0 && hours[i] > hour) {
      i--;
    }
    return i;
  }
}
