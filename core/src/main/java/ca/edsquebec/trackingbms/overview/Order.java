package ca.edsquebec.trackingbms.overview;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** The orders of a list. */
final class Order {

  private static final Comparator<Item> BY_PLACE =
      Comparator.comparingInt(item -> item.entry().byPlace());

  private Order() {}

  static Comparator<Item> of(FleetQuery query) {
    boolean descending = query.descending();
    return switch (query.sort()) {
      case SEVERITY ->
          turned(Comparator.comparing(item -> item.now().condition()), descending)
              .thenComparing(BY_PLACE);
      case NAME -> turned(Comparator.comparingInt(item -> item.entry().byName()), descending);
      case PLACE -> turned(Comparator.comparingInt(item -> item.entry().byGroup()), descending);
      case AGE ->
          by(item -> item.now().ageMillis() < 0 ? Double.NaN : item.now().ageMillis(), descending);
      default -> {
        var metric = query.sort().metric().orElseThrow();
        yield by(item -> item.now().value(metric), descending);
      }
    };
  }

  private static Comparator<Item> by(ToDoubleFunction<Item> value, boolean descending) {
    Comparator<Item> missingLast =
        Comparator.comparing(item -> Double.isNaN(value.applyAsDouble(item)));
    return missingLast
        .thenComparing(turned(Comparator.comparingDouble(value), descending))
        .thenComparing(BY_PLACE);
  }

  private static Comparator<Item> turned(Comparator<Item> order, boolean descending) {
    return descending ? order.reversed() : order;
  }
}
