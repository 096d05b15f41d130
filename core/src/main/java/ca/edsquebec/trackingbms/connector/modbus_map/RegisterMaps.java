package ca.edsquebec.trackingbms.connector.modbus_map;

import java.util.List;

/** The maps that have been written down. */
final class RegisterMaps {

  private static final List<RegisterMap> ALL = List.of(PowerCubeM2.MAP);

  static final List<String> NAMES = ALL.stream().map(RegisterMap::name).toList();

  private RegisterMaps() {}

  /**
   * @throws IllegalArgumentException when there is none of that name
   */
  static RegisterMap named(String name) {
    return ALL.stream()
        .filter(map -> map.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no register map " + name));
  }
}
