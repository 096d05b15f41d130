package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.platform.InvalidException;

/**
 * Something that is done again and again. Implementations are found by themselves: public, without
 * arguments to their constructor, with {@code @AutoService(Routine.class)}.
 */
public interface Routine {

  /** Lower-case letters and hyphens, 40 at most; never changed. Also the name of its job XML. */
  String name();

  /** One sentence in English, for who administers the installation. */
  String purpose();

  Cadence cadence();

  /**
   * What one run does. Made once a run, whose threads share it.
   *
   * @param place open until the run has ended
   */
  Work begin(Workplace place);

  /**
   * The same run, told instead of done: each part says what it would do, and changes nothing.
   *
   * @throws InvalidException when this routine can't tell that
   */
  default Work preview(Workplace place) {
    throw new InvalidException(
        "dry-run", "the job " + name() + " has no dry run: only what deletes by age has one");
  }
}
