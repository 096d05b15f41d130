package ca.edsquebec.trackingbms.connector.seplos;

import ca.edsquebec.trackingbms.connector.AsciiHexLine;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.Medium;
import ca.edsquebec.trackingbms.connector.ModbusLine;
import ca.edsquebec.trackingbms.connector.Poll;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import java.util.ArrayList;
import java.util.List;

/** What packs are asked: V2 from address 0 on; V3 the system at 0, and packs from 1 on. */
record SeplosRequests(Medium medium, Framing framing, Dialogue dialogue) {

  static final String V2 = "v2";
  static final String V3 = "v3";
  static final List<String> CHOICES = List.of(V2, V3);

  private static final int VERSION = 0x20;
  private static final int BATTERY = 0x46;
  private static final int TELEMETRY = 0x42;
  private static final int INPUT_REGISTERS = 4;

  static SeplosRequests of(ConnectorSettings settings) {
    int packs = Math.max(1, settings.integer("modules"));
    return settings.text("asked").equals(V2)
        ? new SeplosRequests(Medium.LINE, AsciiHexLine.ANSWERS, AsciiHexLine.dialogue(ofV2(packs)))
        : new SeplosRequests(Medium.MODBUS, ModbusLine.ANSWERS, ModbusLine.dialogue(ofV3(packs)));
  }

  private static List<Poll> ofV2(int packs) {
    List<Poll> polls = new ArrayList<>();
    for (int pack = 0; pack < packs; pack++) {
      byte[] which = {(byte) pack};
      polls.add(
          new Poll(new AsciiHex(VERSION, pack, BATTERY, TELEMETRY, which).telegram(), Poll.OFTEN));
    }
    return polls;
  }

  private static List<Poll> ofV3(int packs) {
    List<Poll> polls = new ArrayList<>();
    for (SeplosBlock block : SeplosBlock.ALL) {
      for (int unit = block.system() ? 0 : 1; unit <= (block.system() ? 0 : packs); unit++) {
        polls.add(new Poll(read(unit, block), Poll.OFTEN));
      }
    }
    return polls;
  }

  /** The system is at the address that is everybody's elsewhere. */
  private static byte[] read(int unit, SeplosBlock block) {
    int first = block.first();
    return ModbusLine.withCrc(
        new byte[] {
          (byte) unit,
          INPUT_REGISTERS,
          (byte) (first >> 8),
          (byte) first,
          0,
          (byte) (block.bytes() / 2)
        });
  }
}
