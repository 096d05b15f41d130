package ca.edsquebec.trackingbms.connector.thingset;

import ca.edsquebec.trackingbms.connector.FrameException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measurements of one message, checked. What the node knows not is NaN; what it has not sent is
 * absent.
 */
final class Measured {

  private static final double[] NONE = {};
  private static final double MAX_MASK = 1L << 32;

  private final Map<Item, double[]> values = new EnumMap<>(Item.class);

  /** Items that came as a list, which tells cell temperatures from their mean. */
  private final Map<Item, Boolean> lists = new EnumMap<>(Item.class);

  /**
   * @throws FrameException naming the value that is none
   */
  static Measured of(Map<String, Object> contents) throws FrameException {
    Measured measured = new Measured();
    for (Map.Entry<String, Object> entry : contents.entrySet()) {
      Optional<Item> item = Item.at(entry.getKey());
      if (item.isPresent()) {
        measured.put(item.get(), entry.getKey(), entry.getValue());
      }
    }
    return measured;
  }

  private void put(Item item, String path, Object value) throws FrameException {
    boolean list = value instanceof List;
    boolean mayBeList = item == Item.CELL_VOLTAGES || item == Item.CELL_TEMPERATURES;
    boolean mustBeList = item == Item.CELL_VOLTAGES && value != null;
    if ((list && !mayBeList) || (!list && mustBeList)) {
      throw new FrameException("%s is %s".formatted(path, list ? "a list" : "no list"));
    }
    List<?> all = list ? (List<?>) value : null;
    double[] numbers = new double[list ? all.size() : 1];
    if (numbers.length > Cells.MAX) {
      throw new FrameException("%s has %d values".formatted(path, numbers.length));
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(path, list ? all.get(i) : value);
    }
    boolean mask = item == Item.ERROR_FLAGS || item == Item.BALANCING || item == Item.BMS_STATE;
    if (mask && !(numbers[0] >= 0 && numbers[0] < MAX_MASK && numbers[0] % 1 == 0)) {
      throw new FrameException("%s is %s, not a whole number".formatted(path, value));
    }
    values.put(item, numbers);
    lists.put(item, list);
  }

  private static double number(String path, Object value) throws FrameException {
    if (value == null) {
      return Double.NaN;
    }
    if (!(value instanceof BigDecimal number)) {
      throw new FrameException(path + " is no number");
    }
    double finite = number.doubleValue();
    return Double.isFinite(finite) ? finite : Double.NaN;
  }

  boolean has(Item item) {
    return values.containsKey(item);
  }

  /** NaN when absent or not known. */
  double number(Item item) {
    return has(item) ? values.get(item)[0] : Double.NaN;
  }

  /** 0 when absent. */
  long mask(Item item) {
    return has(item) ? (long) values.get(item)[0] : 0;
  }

  boolean isList(Item item) {
    return lists.getOrDefault(item, false);
  }

  /** Empty when absent. */
  double[] list(Item item) {
    return values.getOrDefault(item, NONE);
  }
}
