package ca.edsquebec.trackingbms.jobs.doctor;

/**
 * What a check found.
 *
 * @param toDo empty when all is right
 */
record Finding(Level level, String what, String toDo) {

  /** How bad it is. */
  enum Level {
    OK,
    /** It works, and will hurt one day. */
    WARN,
    /** It does not work. */
    FAIL
  }

  static Finding ok(String what) {
    return new Finding(Level.OK, what, "");
  }

  static Finding warn(String what, String toDo) {
    return new Finding(Level.WARN, what, toDo);
  }

  static Finding fail(String what, String toDo) {
    return new Finding(Level.FAIL, what, toDo);
  }
}
