package ca.edsquebec.trackingbms.connector.daly;

/**
 * How many cells and probes the battery has, told by command 0x94. Until then, what is zero is
 * taken for padding.
 *
 * @param cells −1 when not told yet
 * @param probes −1 when not told yet
 */
record A5Size(int cells, int probes) {

  static final A5Size UNKNOWN = new A5Size(-1, -1);

  boolean isCell(int index, int raw) {
    return cells < 0 ? raw != 0 : index < cells;
  }

  boolean isProbe(int index, int raw) {
    return probes < 0 ? raw != 0 : index < probes;
  }
}
