package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** What every connector promises about streams and dialogues; a part of the contract test. */
final class StreamContract {

  private static final int ROUNDS = 20;
  private static final int NOISE_STEPS = 20_000;
  private static final long SECOND = 1_000_000;

  private StreamContract() {}

  /** The frames of a stream are the same whether it comes whole, byte by byte or cut anywhere. */
  static void chunking(Connector connector) {
    for (ConnectorSettings settings : RequestContract.settings(connector)) {
      connector.framing(settings).ifPresent(framing -> chunking(connector, framing));
    }
  }

  private static void chunking(Connector connector, Framing framing) {
    SplittableRandom random = new SplittableRandom(17);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = stream(connector, random, round % 2 == 1);
      FrameStream whole = new FrameStream(framing);
      FrameStream single = new FrameStream(framing);
      FrameStream chunked = new FrameStream(framing);
      List<String> expected = hex(whole.take(bytes));
      assertThat(cut(single, bytes, random, 1)).isEqualTo(expected);
      assertThat(cut(chunked, bytes, random, 300)).isEqualTo(expected);
      assertThat(whole.pending()).isLessThan(framing.maxLength());
      assertThat(chunked.dropped()).isEqualTo(whole.dropped());
    }
  }

  /** Frames of the vectors one behind the other, with random bytes between when noisy. */
  private static byte[] stream(Connector connector, SplittableRandom random, boolean noisy) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Frame frame : ConnectorContractTest.frames(connector)) {
      out.writeBytes(frame.data());
      if (noisy && random.nextInt(4) == 0) {
        byte[] noise = new byte[random.nextInt(1, 60)];
        random.nextBytes(noise);
        out.writeBytes(noise);
      }
    }
    return out.toByteArray();
  }

  private static List<String> cut(
      FrameStream stream, byte[] bytes, SplittableRandom random, int most) {
    List<String> frames = new ArrayList<>();
    for (int from = 0; from < bytes.length; ) {
      int to = Math.min(bytes.length, from + random.nextInt(1, most + 1));
      frames.addAll(hex(stream.take(Arrays.copyOfRange(bytes, from, to))));
      from = to;
    }
    return frames;
  }

  private static List<String> hex(List<byte[]> frames) {
    return frames.stream().map(HexFormat.of()::formatHex).toList();
  }

  /** Random bytes at random times, also backwards: it answers, soon, and asks no faster for it. */
  static void noise(Connector connector) {
    for (ConnectorSettings settings : RequestContract.settings(connector)) {
      connector.newDialogue(settings).ifPresent(dialogue -> noise(connector, dialogue));
    }
  }

  private static void noise(Connector connector, Dialogue dialogue) {
    SplittableRandom random = new SplittableRandom(19);
    List<Frame> known = ConnectorContractTest.frames(connector);
    long now = 1_767_225_600L * SECOND;
    for (int i = 0; i < NOISE_STEPS; i++) {
      now += random.nextInt(10) == 0 ? -random.nextLong(100 * SECOND) : random.nextLong(SECOND);
      Dialogue.Step step = dialogue.step(now, bytes(random, known));
      assertThat(step.send().size()).as("requests at once").isLessThanOrEqualTo(4);
      assertThat(step.wakeAtMicros()).as("wakes up later").isGreaterThan(now);
    }
  }

  private static byte[] bytes(SplittableRandom random, List<Frame> known) {
    if (random.nextBoolean()) {
      return known.get(random.nextInt(known.size())).data();
    }
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }
}
