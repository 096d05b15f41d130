package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import java.util.List;

/** What a Daly can say, in either of its languages. */
final class DalyDelivers {

  static final Delivers ALL =
      new DeliversBuilder()
          .fields(A5Answers.TABLES.values().toArray(FieldTable[]::new))
          .fields(DalyRegisters.D2.values(), DalyRegisters.D2.boardTemperatures())
          .fields(DalyRegisters.P81.values(), DalyRegisters.P81.boardTemperatures())
          .alarms(A5Alarms.BITS)
          .alarms(List.of(AlarmCode.UNSPECIFIED))
          .parts(Part.values())
          .measured();

  private DalyDelivers() {}
}
