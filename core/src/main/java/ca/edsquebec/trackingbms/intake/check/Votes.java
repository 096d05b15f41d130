package ca.edsquebec.trackingbms.intake.check;

/**
 * How many cases speak for and against the sign of the current.
 *
 * @param enough whether there are enough of them to say anything
 * @param measured what they amount to, for the reader
 */
record Votes(int cases, int against, boolean enough, double measured) {

  /** Of fewer, noise alone may be nearly unanimous now and then. */
  private static final int MANY = 20;

  /** Of few cases all: what was set up rightly must not be turned round. */
  boolean isClearlyAgainst(int percent) {
    return enough && (cases < MANY ? against == cases : against * 100 >= cases * percent);
  }

  boolean isClearlyFor(int percent) {
    return enough && (cases - against) * 100 >= cases * percent;
  }
}
