package ca.edsquebec.trackingbms.connector.wire;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The envelope of {@link AsciiHex} as it is shown. */
public final class AsciiHexShown {

  private AsciiHexShown() {}

  public static Map<String, Object> of(AsciiHex telegram) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ver", "0x%02X".formatted(telegram.version()));
    shown.put("adr", BigDecimal.valueOf(telegram.address()));
    shown.put("cid1", "0x%02X".formatted(telegram.group()));
    shown.put("cid2_or_rtn", "0x%02X".formatted(telegram.code()));
    shown.put("lenid", BigDecimal.valueOf(2L * telegram.info().length));
    shown.put("lchksum_ok", true);
    return shown;
  }
}
