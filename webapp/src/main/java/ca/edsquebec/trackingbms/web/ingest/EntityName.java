package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.connector.NamedValues;

/** Names that begin with whose they are, as Home Assistant's entities do. */
public final class EntityName {

  /** No name with a meaning is nearly as long: what is before is not looked at. */
  private static final int LONGEST = 120;

  private EntityName() {}

  /** Without the kind before the point: {@code sensor.pack1_voltage} is {@code pack1_voltage}. */
  public static String withoutDomain(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  /**
   * The longest end of a name that has a meaning of its own: of {@code my_pack_total_voltage} it is
   * {@code total_voltage}. All of it when nothing has.
   */
  public static String known(String plain) {
    int behind = plain.length() - LONGEST;
    for (int at = behind <= 0 ? 0 : next(plain, behind - 1); at >= 0; at = next(plain, at)) {
      String end = plain.substring(at);
      if (NamedValues.isKnown(end)) {
        return end;
      }
    }
    return plain;
  }

  private static int next(String plain, int at) {
    int found = plain.indexOf('_', at);
    return found < 0 ? -1 : found + 1;
  }
}
