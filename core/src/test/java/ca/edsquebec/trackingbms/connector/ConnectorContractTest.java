package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every connector promises, whoever wrote it; a new one is tested by being installed. */
class ConnectorContractTest {

  private static final int NOISE_FRAMES = 20_000;

  @Test
  void idsAreUnique() {
    assertThat(Connectors.installed()).extracting(Connector::id).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicNode> everyConnector() {
    return Connectors.installed().stream()
        .map(
            c ->
                dynamicContainer(
                    c.id(),
                    Stream.of(
                        dynamicTest("isNamedAfterItsPackage", () -> isNamedAfterItsPackage(c)),
                        dynamicTest("rejectsNonsenseSettings", () -> rejectsNonsenseSettings(c)),
                        dynamicTest("decodesItsVectorsExactly", () -> decodesItsVectors(c)),
                        dynamicTest("shownIsMeant", () -> MeaningContract.shownIsMeant(c)),
                        dynamicTest("survivesNoise", () -> survivesNoise(c)),
                        dynamicTest(
                            "survivesRightChecksums",
                            () -> SealContract.rightChecksums(c, usual(c))),
                        dynamicTest("survivesCutFrames", () -> survivesCutFrames(c)),
                        dynamicTest("survivesAnyChunking", () -> survivesAnyChunking(c)),
                        dynamicTest("survivesFlippedBits", () -> survivesFlippedBits(c)),
                        dynamicTest("refusedFrameLeavesNoTrace", () -> refusedLeavesNoTrace(c)),
                        dynamicTest("copyGoesItsOwnWay", () -> copyGoesItsOwnWay(c)),
                        dynamicTest(
                            "saysWhatItDelivers", () -> DeliversContract.describesItself(c)),
                        dynamicTest(
                            "saysNoMoreThanItDelivers", () -> DeliversContract.saysNoMore(c)),
                        dynamicTest("deliversWhatItClaims", () -> DeliversContract.claimsNoMore(c)),
                        dynamicTest("chunkingChangesNothing", () -> StreamContract.chunking(c)),
                        dynamicTest(
                            "asksWhatIsWrittenDown",
                            () -> RequestContract.asksWhatIsWrittenDown(c)),
                        dynamicTest(
                            "saysWhenItSpeaksModbus",
                            () -> RequestContract.saysWhenItSpeaksModbus(c)),
                        dynamicTest("dialogueSurvivesNoise", () -> StreamContract.noise(c)),
                        dynamicTest("memoryIsBounded", () -> memoryIsBounded(c)))));
  }

  private static void isNamedAfterItsPackage(Connector connector) {
    String name = connector.getClass().getPackageName();
    assertThat(connector.id())
        .isEqualTo(name.substring(name.lastIndexOf('.') + 1).replace('_', '-'))
        .isLowerCase();
    assertThat(connector.displayName()).isNotBlank();
    assertThat(Connectors.withId(connector.id())).containsSame(connector);
  }

  private static void rejectsNonsenseSettings(Connector connector) {
    assertThat(defaults(connector)).isNotNull();
    assertRejected(connector, "noSuchSetting", "1");
    for (ConnectorSetting setting : connector.settings()) {
      assertRejected(connector, setting.name(), "");
      assertRejected(connector, setting.name(), "nonsense");
      if (setting.kind() == ConnectorSetting.Kind.INTEGER) {
        assertRejected(connector, setting.name(), Integer.toString(setting.min() - 1));
        assertRejected(connector, setting.name(), Integer.toString(setting.max() + 1));
        for (int bound : new int[] {setting.min(), setting.max()}) {
          Map<String, String> given = Map.of(setting.name(), Integer.toString(bound));
          assertThat(connector.newDecoder(ConnectorSettings.of(connector, given))).isNotNull();
        }
      }
    }
  }

  private static void assertRejected(Connector connector, String name, String text) {
    assertThatThrownBy(() -> ConnectorSettings.of(connector, Map.of(name, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  private static void decodesItsVectors(Connector connector) {
    Map<Path, List<Vector>> files = VectorFiles.of(connector.id());
    assertThat(files).as("vectors of " + connector.id()).isNotEmpty();
    List<String> wrong = new ArrayList<>();
    for (List<Vector> vectors : files.values()) {
      for (Vector vector : vectors) {
        outcome(connector, vector).ifPresent(w -> wrong.add(vector.name() + ": " + w));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What is wrong with it; empty when it came out as expected. */
  private static Optional<String> outcome(Connector connector, Vector vector) {
    Decoder decoder = connector.newDecoder(ConnectorSettings.of(connector, vector.settings()));
    JsonNode expected = vector.json();
    try {
      Optional<Map<String, Object>> signals = decoder.signals(vector.frame());
      boolean ignored = decoder.decode(vector.frame()).isEmpty();
      if (signals.isEmpty() || ignored) {
        return expected.has("ignored") ? Optional.empty() : Optional.of("was ignored");
      }
      return expected.has("signals")
          ? Expectation.difference(expected.get("signals"), signals.get())
          : Optional.of("should not be decoded, but gave " + signals.get());
    } catch (FrameException e) {
      String reason = expected.path("refused").asText("(it is valid)");
      return e.getMessage().contains(reason)
          ? Optional.empty()
          : Optional.of("refused with \"%s\", expected %s".formatted(e.getMessage(), reason));
    }
  }

  private static void survivesNoise(Connector connector) {
    Decoder decoder = connector.newDecoder(usual(connector));
    SplittableRandom random = new SplittableRandom(7);
    List<Frame> known = frames(connector);
    for (int i = 0; i < NOISE_FRAMES; i++) {
      mustAnswerOrRefuse(decoder, noise(random, known));
    }
  }

  /** Random bytes, half of them under an identifier that the connector knows. */
  private static Frame noise(SplittableRandom random, List<Frame> known) {
    byte[] data = new byte[random.nextInt(4) > 0 ? 8 : random.nextInt(300)];
    random.nextBytes(data);
    Frame like = known.get(random.nextInt(known.size()));
    int id = random.nextBoolean() ? like.canId() : random.nextInt(-1, 0x800);
    return new Frame(
        random.nextLong(1L << 50), id, data, like.request(), like.topic(), like.variant());
  }

  private static void survivesCutFrames(Connector connector) {
    for (Frame frame : frames(connector)) {
      for (int length = 0; length < frame.data().length; length++) {
        Decoder decoder = connector.newDecoder(usual(connector));
        byte[] cut = Arrays.copyOf(frame.data(), length);
        mustAnswerOrRefuse(decoder, frame.withData(cut));
      }
    }
  }

  /** All its frames in a row, cut wherever chance will have it. */
  private static void survivesAnyChunking(Connector connector) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    frames(connector).forEach(frame -> stream.writeBytes(frame.data()));
    SplittableRandom random = new SplittableRandom(17);
    Decoder decoder = connector.newDecoder(usual(connector));
    List<Frame> known = frames(connector);
    byte[] all = stream.toByteArray();
    int at = 0;
    while (at < all.length) {
      int end = Math.min(all.length, at + 1 + random.nextInt(700));
      Frame like = known.get(random.nextInt(known.size()));
      mustAnswerOrRefuse(decoder, like.withData(Arrays.copyOfRange(all, at, end)));
      at = end;
    }
  }

  /** Frames that are nearly right get further than noise does. */
  private static void survivesFlippedBits(Connector connector) {
    SplittableRandom random = new SplittableRandom(19);
    Decoder decoder = connector.newDecoder(usual(connector));
    for (Frame frame : frames(connector)) {
      for (int i = 0; i < 20 && frame.data().length > 0; i++) {
        byte[] data = frame.data().clone();
        data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
        mustAnswerOrRefuse(decoder, frame.withData(data));
      }
    }
  }

  /** Whether it was refused. */
  static boolean mustAnswerOrRefuse(Decoder decoder, Frame frame) {
    boolean refused = false;
    try {
      Objects.requireNonNull(decoder.signals(frame));
    } catch (FrameException e) {
      assertThat(e.getMessage()).isNotBlank();
      refused = true;
    } catch (RuntimeException e) {
      fail("signals of " + frame, e);
    }
    try {
      Objects.requireNonNull(decoder.decode(frame));
    } catch (FrameException e) {
      assertThat(e.getMessage()).isNotBlank();
      refused = true;
    } catch (RuntimeException e) {
      fail("decoding " + frame, e);
    }
    return refused;
  }

  private static void refusedLeavesNoTrace(Connector connector) throws FrameException {
    Decoder disturbed = connector.newDecoder(usual(connector));
    Decoder calm = connector.newDecoder(usual(connector));
    SplittableRandom random = new SplittableRandom(11);
    List<Frame> known = frames(connector);
    for (Frame frame : known) {
      Frame noise = noise(random, known);
      if (mustAnswerOrRefuse(disturbed.copy(), noise)) {
        mustAnswerOrRefuse(disturbed, noise);
      }
      if (!mustAnswerOrRefuse(calm.copy(), frame)) {
        assertThat(disturbed.decode(frame)).isEqualTo(calm.decode(frame));
      }
    }
  }

  private static void copyGoesItsOwnWay(Connector connector) throws FrameException {
    Decoder original = connector.newDecoder(usual(connector));
    for (Frame frame : frames(connector)) {
      if (!mustAnswerOrRefuse(original.copy(), frame)) {
        Decoder copy = original.copy();
        assertThat(copy.decode(frame)).isEqualTo(original.decode(frame));
      }
    }
  }

  private static void memoryIsBounded(Connector connector) {
    Decoder decoder = connector.newDecoder(usual(connector));
    SplittableRandom random = new SplittableRandom(13);
    List<Frame> known = frames(connector);
    long before = usedMemory();
    for (int i = 0; i < 3 * NOISE_FRAMES; i++) {
      mustAnswerOrRefuse(decoder, noise(random, known));
    }
    assertThat(usedMemory() - before).isLessThan(4L << 20);
    assertThat(decoder).isNotNull();
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  static List<Frame> frames(Connector connector) {
    return VectorFiles.of(connector.id()).values().stream()
        .flatMap(List::stream)
        .map(Vector::frame)
        .toList();
  }

  static ConnectorSettings defaults(Connector connector) {
    return ConnectorSettings.of(connector, Map.of());
  }

  /** Those of its first vector: where the defaults read nothing, these do. */
  private static ConnectorSettings usual(Connector connector) {
    Vector first = VectorFiles.of(connector.id()).values().iterator().next().get(0);
    return ConnectorSettings.of(connector, first.settings());
  }
}
