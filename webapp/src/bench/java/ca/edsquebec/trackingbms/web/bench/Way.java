package ca.edsquebec.trackingbms.web.bench;

/** A way to do the work that is measured, round after round. */
interface Way {

  /** Makes ready what is not to be timed. */
  Round prepare() throws Exception;

  /** One round of it. */
  interface Round {

    /**
     * Does the work, against the clock.
     *
     * @return how much was done
     */
    long run() throws Exception;

    /**
     * When the clock has stopped: puts away what was needed.
     *
     * @throws IllegalStateException when what was done is not what should have been
     */
    default void check() throws Exception {}
  }
}
