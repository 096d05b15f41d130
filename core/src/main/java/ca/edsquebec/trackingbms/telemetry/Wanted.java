package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.telemetry.chunk.Choice;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reader needs of samples, so that nothing else is fetched or decoded.
 *
 * @param scalars columns of their own
 * @param flags whether the flags
 * @param cells whether the cells
 * @param more ids of the names inside {@code more}
 * @param all everything, cells and temperatures only with the cells
 */
record Wanted(
    Set<ScalarColumn> scalars, boolean flags, boolean cells, Set<Integer> more, boolean all) {

  private static final Choice WITHOUT_VECTORS = new Choice(key -> true, key -> true, key -> false);

  static final Wanted ALL = new Wanted(Set.of(), true, true, Set.of(), true);

  /** Everything but cells and temperatures, which are not rolled up one by one. */
  static final Wanted ROLLED_UP = new Wanted(Set.of(), true, false, Set.of(), true);

  static final Wanted CELLS = new Wanted(Set.of(), false, true, Set.of(), false);

  /**
   * @param names must know the names of the metrics, as far as they were ever stored
   */
  static Wanted metrics(Collection<Metric> metrics, MetricNames.Dictionary names) {
    Set<ScalarColumn> scalars = EnumSet.noneOf(ScalarColumn.class);
    Set<Integer> more = new TreeSet<>();
    for (Metric metric : metrics) {
      ScalarColumn.of(metric).ifPresent(scalars::add);
      Integer id = names.id(metric.jsonName());
      if (id != null && ScalarColumn.of(metric).isEmpty()) {
        more.add(id);
      }
    }
    boolean delta = metrics.contains(Metric.CELL_VOLTAGE_DELTA);
    if (delta) {
      scalars.add(ScalarColumn.CELL_MIN);
      scalars.add(ScalarColumn.CELL_MAX);
    }
    return new Wanted(scalars, delta, false, more, false);
  }

  /** The same of a chunk. */
  Choice choice() {
    if (all) {
      return cells ? Choice.ALL : WITHOUT_VECTORS;
    }
    TreeSet<Integer> numbers = new TreeSet<>();
    scalars.forEach(column -> numbers.add(column.ordinal()));
    if (flags) {
      numbers.add(SampleColumns.FLAGS);
    }
    for (int id : more) {
      numbers.add(SampleColumns.thousandths(id));
      numbers.add(SampleColumns.doubleBits(id));
    }
    Choice choice = Choice.numbers(numbers.stream().mapToInt(Integer::intValue).toArray());
    return cells ? choice.and(Choice.vectors(SampleColumns.CELLS)) : choice;
  }
}
