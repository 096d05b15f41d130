package ca.edsquebec.trackingbms.intake.check;

/**
 * How many cases speak for and against the sign of the current.
 *
 * @param enough whether there are enough of them to say anything
 * @param measured what they amount to, for the reader
 */
record Votes(int cases, int against, boolean enough, double measured) {

  boolean isClearlyAgainst(int percent) {
    return enough && against * 100 >= cases * percent;
  }

  boolean isClearlyFor(int percent) {
    return enough && (cases - against) * 100 >= cases * percent;
  }
}
