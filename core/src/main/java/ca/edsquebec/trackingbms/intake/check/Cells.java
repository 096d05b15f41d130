package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.intake.check.Finding.What;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How many cells tell their voltage, against how many there are to be. */
final class Cells {

  private static final int MIN_SAMPLES = 10;

  private Cells() {}

  /**
   * @param expected cells in series by the battery's row; 0 when unknown
   * @param modules in parallel, each of which tells its cells
   */
  static Optional<Finding> count(List<Sample> samples, int expected, int modules) {
    List<Double> counts =
        samples.stream()
            .filter(sample -> sample.cellVoltages().length > 0)
            .map(Cells::known)
            .toList();
    double told = Medians.of(counts);
    // A row may hold the cells of all of them, too.
    if (expected == 0
        || told == expected
        || counts.size() < MIN_SAMPLES
        || told == expected * modules) {
      return Optional.empty();
    }
    int speaking = (int) counts.stream().filter(one -> one == told).count();
    return Optional.of(
        Finding.of(What.CELL_COUNT_DIFFERS, samples, counts.size(), speaking, told, expected));
  }

  private static double known(Sample sample) {
    return Arrays.stream(sample.cellVoltages()).filter(volts -> !Double.isNaN(volts)).count();
  }
}
