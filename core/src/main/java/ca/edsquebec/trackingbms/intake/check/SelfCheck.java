package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a stretch of a battery's samples for what the installer may have got wrong. Says nothing
 * of what the samples do not show clearly. Stateless.
 */
public final class SelfCheck {

  private SelfCheck() {}

  /**
   * What the samples show.
   *
   * @param samples of one battery, in the order of their times
   * @param cellCount cells in series by the battery's row; 0 when unknown
   */
  public static List<Finding> of(List<Sample> samples, int cellCount) {
    List<Finding> findings = new ArrayList<>();
    if (samples.isEmpty()) {
      return findings;
    }
    CurrentSign.of(samples).ifPresent(findings::add);
    PackVoltage.of(samples).ifPresent(findings::add);
    Cells.count(samples, cellCount).ifPresent(findings::add);
    Temperatures.of(samples).ifPresent(findings::add);
    return findings;
  }
}
