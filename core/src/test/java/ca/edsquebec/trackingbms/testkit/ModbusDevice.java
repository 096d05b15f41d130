package ca.edsquebec.trackingbms.testkit;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * A device that is read by Modbus, on its line or behind a gateway. What it has no answer to, it
 * refuses; what is not whole ends the conversation.
 */
public final class ModbusDevice {

  private static final int HEADER = 6;
  private static final int REQUEST = 6;
  private static final int CRC = 2;

  private final Map<String, String> answers;
  private final int shift;

  /**
   * @param answers hexadecimal: to unit, function, first register and count of registers what is
   *     answered, from the function on, without check
   * @param shift from the address that is asked to the one that answers
   */
  public ModbusDevice(Map<String, String> answers, int shift) {
    this.answers = Map.copyOf(answers);
    this.shift = shift;
  }

  /** As a serial server passes it on. */
  public DeviceServer.Talk onLine() {
    return client -> {
      DataInputStream in = new DataInputStream(client.getInputStream());
      while (true) {
        byte[] request = in.readNBytes(REQUEST);
        if (!Arrays.equals(in.readNBytes(CRC), crc(request)) || request.length < REQUEST) {
          throw new IOException("no request: " + HexFormat.of().formatHex(request));
        }
        byte[] answer = answer(request, request[0] + shift);
        client.getOutputStream().write(join(answer, crc(answer)));
      }
    };
  }

  /** As a gateway makes Modbus TCP of it, which answers in the name of the unit that was asked. */
  public DeviceServer.Talk behindGateway() {
    return client -> {
      DataInputStream in = new DataInputStream(client.getInputStream());
      while (true) {
        byte[] header = in.readNBytes(HEADER);
        byte[] request = in.readNBytes(REQUEST);
        if (request.length < REQUEST || header[2] != 0 || header[3] != 0 || header[5] != REQUEST) {
          throw new IOException("no request: " + HexFormat.of().formatHex(join(header, request)));
        }
        byte[] answer = answer(request, request[0]);
        header[4] = (byte) (answer.length >> 8);
        header[5] = (byte) answer.length;
        client.getOutputStream().write(join(header, answer));
      }
    };
  }

  private byte[] answer(byte[] request, int unit) {
    String answer = answers.get(HexFormat.of().formatHex(request));
    byte[] refusal = {(byte) (request[1] | 0x80), 2};
    byte[] address = {(byte) unit};
    return join(address, answer == null ? refusal : HexFormat.of().parseHex(answer));
  }

  /** CRC-16/Modbus, low byte first; its own, so that ours is tested by another. */
  private static byte[] crc(byte[] bytes) {
    int crc = 0xFFFF;
    for (byte b : bytes) {
      crc ^= b & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? crc >> 1 ^ 0xA001 : crc >> 1;
      }
    }
    return new byte[] {(byte) crc, (byte) (crc >> 8)};
  }

  private static byte[] join(byte[] head, byte[] tail) {
    byte[] both = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, both, head.length, tail.length);
    return both;
  }
}
