package ca.edsquebec.trackingbms.jobs.simulate.device;

import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;

/**
 * A battery whose time may run faster than ours.
 *
 * @param startMillis until when both times were the same, epoch milliseconds
 * @param speed seconds of its time in one of ours, at least 1
 */
public record TimedBattery(BatteryModel model, long startMillis, int speed) {

  /** One that lives in our time. */
  public static TimedBattery of(BatteryModel model) {
    return new TimedBattery(model, 0, 1);
  }

  /** What its BMS knows at a time of ours, epoch milliseconds. */
  public Measurement at(long millis) {
    return model.at(own(millis));
  }

  /** Whether it says nothing at a time of ours, epoch milliseconds. */
  public boolean isSilentAt(long millis) {
    return model.isSilentAt(own(millis));
  }

  private long own(long millis) {
    return startMillis + (millis - startMillis) * speed;
  }
}
