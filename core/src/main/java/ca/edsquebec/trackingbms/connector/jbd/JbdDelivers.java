package ca.edsquebec.trackingbms.connector.jbd;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;

/** What a JBD can say. Which cells it balances is on the wire and not told on. */
final class JbdDelivers {

  static final Delivers ALL =
      new DeliversBuilder()
          .fields(JbdBasicInfo.PACK)
          .alarms(JbdBasicInfo.PROTECTION)
          .parts(Part.CELL_VOLTAGES, Part.TEMPERATURES, Part.CHARGE_ALLOWED, Part.DISCHARGE_ALLOWED)
          .measured();

  private JbdDelivers() {}
}
