package ca.edsquebec.trackingbms.jobs.simulate.model;

import java.util.List;

/**
 * How batteries of a kind are used. Nothing flows from midnight to 3 h, where a clock may be set
 * forward or back.
 *
 * @param midnightSoc state of charge at which each day begins and ends, in %
 * @param ripple how far a load swings around its mean, as a share of it
 * @param profile a full day
 * @param week share of a full day's work, from Monday on
 */
record Habit(
    CellType cell, double midnightSoc, double ripple, DayProfile profile, List<Double> week) {

  private static final Habit FORKLIFT =
      new Habit(
          CellType.LFP,
          95,
          0.6,
          new DayProfile(
              0, 0, 6.4, 0, 6.5, -0.10, 11.9, -0.10, 12, 0, 12.1, 0.25, 12.9, 0.25, 13, 0, 13.1,
              -0.10, 16.5, -0.10, 16.6, 0, 17.5, 0, 17.6, 0.22, 21, 0.16, 23, 0.02, 23.5, 0, 24, 0),
          List.of(1.0, 1.0, 1.0, 1.0, 1.0, 0.7, 0.4));

  private static final Habit STATIONARY =
      new Habit(
          CellType.LFP,
          42,
          0.08,
          new DayProfile(
              0, 0, 3.5, 0, 3.6, 0.13, 5.8, 0.13, 5.9, 0, 6.3, 0, 6.5, -0.12, 8.8, -0.12, 9.2, 0,
              9.8, 0, 12.5, 0.14, 15.4, 0, 16, 0, 17, -0.14, 19.5, -0.11, 20.5, 0, 24, 0),
          List.of(1.0, 1.0, 1.0, 1.0, 1.0, 0.9, 0.9));

  private static final Habit MOBILE =
      new Habit(
          CellType.NMC,
          92,
          1.3,
          new DayProfile(
              0, 0, 7.4, 0, 7.5, -0.15, 8.6, -0.15, 8.7, 0, 9.9, 0, 10, -0.14, 10.8, -0.14, 10.9, 0,
              13, 0, 13.1, -0.15, 14.1, -0.15, 14.2, 0, 15.4, 0, 15.5, -0.17, 16.7, -0.17, 16.8, 0,
              18, 0, 18.1, 0.28, 20, 0.28, 22, 0.04, 22.5, 0, 24, 0),
          List.of(1.0, 1.0, 1.0, 1.0, 1.0, 0.7, 0.5));

  static Habit of(Kind kind) {
    return switch (kind) {
      case FORKLIFT -> FORKLIFT;
      case STATIONARY -> STATIONARY;
      case MOBILE -> MOBILE;
    };
  }
}
