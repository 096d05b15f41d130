package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signals of one identifier that are read.
 *
 * @param selector says which layout a frame follows; empty when there is one only
 * @param always those in every frame
 * @param layouts those of one layout, by its number
 */
record MappedMessage(
    Optional<CanSignal> selector,
    List<MappedSignal> always,
    Map<Integer, List<MappedSignal>> layouts) {

  /** Those of that frame's layout only. */
  List<MappedSignal> selected(long word) {
    return selector
        .map(signal -> signal.raw(word))
        .filter(layout -> layout == layout.intValue())
        .map(layout -> layouts.getOrDefault(layout.intValue(), List.of()))
        .orElse(List.of());
  }
}
