package ca.edsquebec.trackingbms.connector.jk;

import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.ModbusLine;
import ca.edsquebec.trackingbms.connector.Poll;
import ca.edsquebec.trackingbms.connector.Polling;
import ca.edsquebec.trackingbms.connector.TelegramFraming;
import java.util.HexFormat;
import java.util.List;

/**
 * What is asked: tagged values, all of them; or the live record, for which the maker has a Modbus
 * telegram of function 16 that sets nothing but the beginning of the record. No other value of
 * either can be made here.
 */
final class JkRequests {

  static final String TAGGED = "tagged";
  static final String RECORD = "record";
  static final List<String> CHOICES = List.of(TAGGED, RECORD);

  static final Framing ANSWERS = new TelegramFraming(JkTelegram.SHAPE, 4, JkTelegram.MAX_TAGGED);

  private static final byte[] READ_ALL =
      HexFormat.of().parseHex("4e5700130000000006030000000000006800000129");
  private static final byte[] LIVE_RECORD = HexFormat.of().parseHex("1016200001020000");
  private static final long SECOND = 1_000_000;

  private static final long TIMEOUT = 2 * SECOND;

  /** The Modbus acknowledgement behind a record has to pass. */
  private static final long PAUSE = SECOND / 5;

  private static final int TYPE = 10;
  private static final int LIVE = 2;

  private JkRequests() {}

  static Dialogue dialogue(ConnectorSettings settings) {
    boolean record = settings.text("asked").equals(RECORD);
    byte[] request = record ? liveRecord(settings.integer("unit")) : READ_ALL;
    return new Polling(
        List.of(new Poll(request, Poll.OFTEN)), ANSWERS, JkRequests::answers, TIMEOUT, PAUSE);
  }

  private static byte[] liveRecord(int unit) {
    byte[] telegram = new byte[LIVE_RECORD.length + 1];
    telegram[0] = (byte) unit;
    System.arraycopy(LIVE_RECORD, 0, telegram, 1, LIVE_RECORD.length);
    return ModbusLine.withCrc(telegram);
  }

  /** An answer of the language of the request; an echo says that it is a request. */
  private static boolean answers(byte[] request, byte[] answer) {
    boolean tagged = request[0] == READ_ALL[0];
    return JkTelegram.isRecord(answer) ? !tagged && answer[4] == LIVE : tagged && answer[TYPE] == 1;
  }
}
