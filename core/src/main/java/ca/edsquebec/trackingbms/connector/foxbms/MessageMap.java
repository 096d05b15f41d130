package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The messages by identifier, as one version of the firmware has them. */
final class MessageMap {

  private static final List<Map<Integer, CanMessage>> FAMILIES =
      List.of(
          StateMessages.TABLE,
          PackMessages.TABLE,
          StringMessages.TABLE,
          CellMessages.TABLE,
          SensorMessages.TABLE,
          DebugMessages.TABLE);

  /** Identifiers that came with v1.11.0. */
  private static final Set<Integer> NEW = Set.of(0x219, 0x230, 0x242);

  private static final Map<Integer, CanMessage> V1_11 = newest();
  private static final Map<Integer, CanMessage> V1_10 = older();

  private MessageMap() {}

  static Map<Integer, CanMessage> of(boolean version10) {
    return version10 ? V1_10 : V1_11;
  }

  private static Map<Integer, CanMessage> newest() {
    Map<Integer, CanMessage> all = new HashMap<>();
    FAMILIES.forEach(all::putAll);
    return Map.copyOf(all);
  }

  private static Map<Integer, CanMessage> older() {
    Map<Integer, CanMessage> all = new HashMap<>(newest());
    all.keySet().removeAll(NEW);
    all.putAll(PackMessages.TABLE_V1_10);
    all.putAll(StringMessages.TABLE_V1_10);
    return Map.copyOf(all);
  }
}
