package ca.edsquebec.trackingbms.jobs.simulate.feed;

/** Hears how a simulation fares, from several threads. */
public interface Progress {

  /** Every battery that sends has been heard for the first time. */
  default void live() {}

  /**
   * A part of the history is stored, or was already.
   *
   * @param done minutes of batteries
   * @param total of so many
   */
  default void history(long done, long total) {}

  /** The portal does not answer, or asks to wait; told once until it does. It is tried again. */
  default void away(String reason) {}

  /** It answers again; nothing was lost. */
  default void back() {}

  /** The portal could not use some frames of a battery; told once a battery. */
  default void unusable(String battery, String reason) {}
}
