package ca.edsquebec.trackingbms.connector.wire;

/** The two 16-bit cyclic checks in use. */
public final class Crc16 {

  private static final int[] MODBUS = new int[256];

  static {
    for (int i = 0; i < 256; i++) {
      int crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0xA001;
      }
      MODBUS[i] = crc;
    }
  }

  private Crc16() {}

  /** CRC-16/MODBUS; its low byte is sent first. */
  public static int modbus(byte[] data, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc = crc >>> 8 ^ MODBUS[(crc ^ data[i]) & 0xFF];
    }
    return crc;
  }

  /** CRC-16/XMODEM; its high byte is sent first. */
  public static int xmodem(byte[] data, int from, int to) {
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc ^= (data[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
      crc &= 0xFFFF;
    }
    return crc;
  }
}
