package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.intake.check.Finding.What;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * @param nominalAh its capacity by its row, where it does not tell one; NaN when unknown
   */
  public static List<Finding> of(List<Sample> samples, int cellCount, double nominalAh) {
    List<Finding> findings = new ArrayList<>();
    if (samples.isEmpty()) {
      return findings;
    }
    CurrentSign.of(samples, nominalAh).ifPresent(findings::add);
    Optional<Finding> voltage = PackVoltage.of(samples, cellCount);
    voltage.ifPresent(findings::add);
    int modules =
        voltage
            .filter(one -> one.what() == What.VOLTAGE_OF_MODULES)
            .map(one -> (int) one.expected())
            .orElse(1);
    Cells.count(samples, cellCount, modules).ifPresent(findings::add);
    Temperatures.of(samples).ifPresent(findings::add);
    return findings;
  }
}
