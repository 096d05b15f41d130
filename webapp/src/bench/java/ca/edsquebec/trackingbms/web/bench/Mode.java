package ca.edsquebec.trackingbms.web.bench;

/** One thing that is measured; named on the command line, and listed in {@link Benchmarks}. */
interface Mode {

  /** One word. */
  String name();

  /** Whether the portal's code must have been compiled by its JVM before. */
  default boolean asksThePortal() {
    return true;
  }

  /** Measures, and hands the bench what came of it. */
  void measure(Bench bench) throws Exception;
}
