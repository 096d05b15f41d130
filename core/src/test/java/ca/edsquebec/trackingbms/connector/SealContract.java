package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Crc16;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What every connector promises about frames whose checks are right and whose lengths and contents
 * are not: noise never gets that far. A part of the contract test.
 */
final class SealContract {

  private static final int FRAMES = 5_000;

  /** Those whose envelopes we close; others may have frames that begin like one of these. */
  private static final Set<String> SEALABLE =
      Set.of("daly", "jbd", "jk", "modbus-map", "pace", "pylontech", "seplos");

  private static final byte[] NONE = {};
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private SealContract() {}

  /** None makes the decoder fall over; where we know how to seal, some are understood. */
  static void rightChecksums(Connector connector, ConnectorSettings settings) {
    Decoder decoder = connector.newDecoder(settings);
    SplittableRandom random = new SplittableRandom(23);
    List<Frame> known = ConnectorContractTest.frames(connector);
    int sealed = 0;
    int understood = 0;
    for (int i = 0; i < FRAMES; i++) {
      Frame like = known.get(random.nextInt(known.size()));
      Optional<byte[]> bytes = sealed(like, random);
      if (bytes.isPresent()) {
        byte[] request = random.nextInt(4) == 0 ? NONE : like.request();
        Frame frame = new Frame(i, -1, bytes.get(), request, like.topic(), like.variant());
        understood += ConnectorContractTest.mustAnswerOrRefuse(decoder, frame) ? 0 : 1;
        sealed++;
      }
    }
    if (SEALABLE.contains(connector.id())) {
      assertThat(understood).as("understood frames of ours").isBetween(1, sealed);
    }
  }

  /** Other contents in the envelope of that frame; empty for one that has no check. */
  static Optional<byte[]> sealed(Frame like, SplittableRandom random) {
    return like.canId() < 0 ? sealed(like.data(), random) : Optional.empty();
  }

  /** A frame that begins as that one does; empty for an envelope that has no check. */
  private static Optional<byte[]> sealed(byte[] like, SplittableRandom random) {
    int start = like.length < 8 ? -1 : like[0] & 0xFF;
    boolean function = start >= 0 && like[1] >= 1 && like[1] <= 4;
    return switch (start) {
      case -1 -> Optional.empty();
      case 0xA5 -> Optional.of(a5(like, random));
      case 0xDD -> Optional.of(jbd(like, random));
      case 0x4E -> Optional.of(tagged(like, random));
      case 0x55 -> Optional.of(record(like, random));
      case '~' -> Optional.of(like[1] == 0x14 ? binary(like, random) : text(like, random));
      default -> function ? Optional.of(modbus(like, random)) : Optional.empty();
    };
  }

  /** Half of the bytes are small, as counts are. */
  private static byte[] contents(byte[] like, int from, int length, SplittableRandom random) {
    byte[] data = new byte[length];
    random.nextBytes(data);
    boolean known = random.nextBoolean();
    for (int i = 0; i < length; i++) {
      if (known && from + i < like.length && random.nextInt(8) > 0) {
        data[i] = like[from + i];
      } else if (random.nextBoolean()) {
        data[i] &= 0x1F;
      }
    }
    return data;
  }

  private static byte[] modbus(byte[] like, SplittableRandom random) {
    int length = random.nextBoolean() ? random.nextInt(256) : 2 * random.nextInt(100);
    byte[] head = {like[0], like[1], (byte) length};
    byte[] all = joined(head, contents(like, 3, length, random));
    int crc = Crc16.modbus(all, 0, all.length);
    return joined(all, new byte[] {(byte) crc, (byte) (crc >> 8)});
  }

  private static byte[] a5(byte[] like, SplittableRandom random) {
    byte[] head = {like[0], 1, (byte) random.nextInt(0x90, 0x99), 8};
    byte[] all = joined(head, contents(like, 4, 8, random));
    return joined(all, new byte[] {(byte) Bytes.sum(all, 0, all.length)});
  }

  private static byte[] jbd(byte[] like, SplittableRandom random) {
    int length = random.nextInt(80);
    byte[] head = {like[0], like[1], 0, (byte) length};
    byte[] all = joined(head, contents(like, 4, length, random));
    int sum = -Bytes.sum(all, 2, all.length);
    return joined(all, new byte[] {(byte) (sum >> 8), (byte) sum, 0x77});
  }

  private static byte[] tagged(byte[] like, SplittableRandom random) {
    int length = random.nextInt(21, 400);
    byte[] all = joined(Arrays.copyOf(like, 11), contents(like, 11, length - 15, random));
    all[2] = (byte) ((length - 2) >> 8);
    all[3] = (byte) (length - 2);
    int sum = Bytes.sum(all, 0, all.length);
    return joined(all, new byte[] {0, (byte) (sum >> 16), (byte) (sum >> 8), (byte) sum});
  }

  private static byte[] record(byte[] like, SplittableRandom random) {
    byte[] all = joined(Arrays.copyOf(like, 4), contents(like, 4, 295, random));
    return joined(all, new byte[] {(byte) Bytes.sum(all, 0, all.length)});
  }

  private static byte[] binary(byte[] like, SplittableRandom random) {
    int length = random.nextInt(200);
    byte[] all = joined(Arrays.copyOf(like, 7), contents(like, 7, length, random));
    all[5] = 0;
    all[6] = (byte) length;
    int crc = Crc16.xmodem(all, 1, all.length);
    return joined(all, new byte[] {(byte) (crc >> 8), (byte) crc, '\r'});
  }

  private static byte[] text(byte[] like, SplittableRandom random) {
    String known = new String(like, StandardCharsets.US_ASCII);
    int digits = 2 * random.nextInt(130);
    int nibbles = (digits >> 8) + (digits >> 4 & 0xF) + (digits & 0xF);
    String info = HEX.formatHex(contents(info(known), 0, digits / 2, random));
    String body = known.substring(1, 7) + "00%X%03X".formatted(-nibbles & 0xF, digits) + info;
    return "~%s%04X\r"
        .formatted(body, -body.chars().sum() & 0xFFFF)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] info(String telegram) {
    String digits = telegram.strip();
    String info = digits.substring(13, Math.max(13, digits.length() - 4));
    return info.matches("([0-9A-Fa-f]{2})*") ? HEX.parseHex(info) : NONE;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
