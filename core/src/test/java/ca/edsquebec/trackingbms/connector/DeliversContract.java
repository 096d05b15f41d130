package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.VectorFiles.Vector;
import ca.edsquebec.trackingbms.measure.Alarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What every connector promises about its description of what it delivers: there is one unless the
 * battery's own file or sender decides, and it is neither too narrow nor too wide. A part of the
 * contract test.
 */
final class DeliversContract {

  private static final int FRAMES = 20_000;

  private DeliversContract() {}

  static void describesItself(Connector connector) {
    assertThat(connector.delivers().isEmpty()).isEqualTo(isDecidedElsewhere(connector));
  }

  /** By a text of the battery's own, by the map it names, or by whoever sends. */
  private static boolean isDecidedElsewhere(Connector connector) {
    return connector.id().equals(PushSettings.CONNECTOR)
        || connector.settings().stream()
            .anyMatch(s -> s.kind() == ConnectorSetting.Kind.TEXT || s.name().equals("map"));
  }

  /** In recordings, the full sets among them where they are, and in frames that nobody has seen. */
  static void saysNoMore(Connector connector) {
    connector
        .delivers()
        .ifPresent(
            delivers ->
                Stream.of(recorded(connector), fullSets(connector), invented(connector))
                    .flatMap(Collection::stream)
                    .forEach(reading -> assertThat(reading).matches(delivers::covers, "covered")));
  }

  /** What it claims occurs in what the project carries, but for what is listed as not recorded. */
  static void claimsNoMore(Connector connector) throws IOException {
    Optional<Delivers> delivers = connector.delivers();
    if (delivers.isEmpty()) {
      return;
    }
    Set<String> missing = new TreeSet<>();
    delivers.get().metrics().forEach(metric -> missing.add(metric.jsonName()));
    delivers.get().parts().forEach(part -> missing.add(name(part)));
    Stream.concat(recorded(connector).stream(), ofModules(connector))
        .forEach(reading -> missing.remove(name(reading)));
    Path list = VectorFiles.folder(connector.id()).resolve("not-recorded.txt");
    assertThat(missing)
        .as("claimed, and in no recording")
        .containsExactlyInAnyOrderElementsOf(
            Files.exists(list) ? Files.readAllLines(list) : List.of());
  }

  private static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of a value that is known; empty for one that is not, or has no place in a description. */
  private static String name(Reading reading) {
    if (reading instanceof Reading.Scalar scalar) {
      return Double.isNaN(scalar.value()) ? "" : scalar.metric().jsonName();
    }
    if (reading instanceof Reading.Extra) {
      return "";
    }
    return name(reading instanceof Reading.Alarms ? Part.ALARMS : Delivers.part(reading));
  }

  private static List<Reading> recorded(Connector connector) {
    return readings(connector, VectorFiles.of(connector.id()).values());
  }

  /** A stack tells no sum before all its modules were heard; each tells its own at once. */
  private static Stream<Reading> ofModules(Connector connector) {
    Decoder decoder = connector.newDecoder(ConnectorContractTest.defaults(connector));
    return ConnectorContractTest.frames(connector).stream()
        .flatMap(frame -> modules(decoder, frame).stream())
        .flatMap(List::stream);
  }

  private static List<Reading> fullSets(Connector connector) {
    return readings(
        connector,
        VectorFiles.fullSets(connector.id()).stream()
            .map(VectorFiles.shared()::resolve)
            .filter(Files::exists)
            .map(VectorFiles::read)
            .toList());
  }

  /** Of a file in a row, so that what frames make together is among them. */
  private static List<Reading> readings(Connector connector, Collection<List<Vector>> files) {
    List<Reading> readings = new ArrayList<>();
    for (List<Vector> vectors : files) {
      Map<Map<String, String>, Decoder> decoders = new HashMap<>();
      for (Vector vector : vectors) {
        Decoder decoder =
            decoders.computeIfAbsent(
                vector.settings(), s -> connector.newDecoder(ConnectorSettings.of(connector, s)));
        readings.addAll(readings(decoder, vector.frame()));
      }
    }
    return readings;
  }

  /** Like recorded ones, with other contents under checks that are right where we know how. */
  private static Set<Reading> invented(Connector connector) {
    List<Frame> known = ConnectorContractTest.frames(connector);
    Decoder decoder = connector.newDecoder(ConnectorContractTest.defaults(connector));
    SplittableRandom random = new SplittableRandom(29);
    Map<Object, Reading> kinds = new HashMap<>();
    for (int i = 0; i < FRAMES; i++) {
      Frame like = known.get(random.nextInt(known.size()));
      byte[] data = SealContract.sealed(like, random).orElseGet(() -> noise(like, random));
      readings(decoder, like.withData(data)).forEach(r -> kinds.put(kind(r), r));
    }
    return Set.copyOf(kinds.values());
  }

  /** Of those that are described alike one is enough. */
  private static Object kind(Reading reading) {
    if (reading instanceof Reading.Extra extra) {
      return extra.name();
    }
    if (reading instanceof Reading.Alarms raised) {
      return raised.active().stream().map(Alarm::code).toList();
    }
    return reading instanceof Reading.Scalar scalar ? scalar.metric() : reading.getClass();
  }

  private static byte[] noise(Frame like, SplittableRandom random) {
    byte[] data = new byte[like.data().length];
    random.nextBytes(data);
    return data;
  }

  private static List<List<Reading>> modules(Decoder decoder, Frame frame) {
    try {
      return decoder.modules(frame).orElse(List.of());
    } catch (FrameException e) {
      return List.of();
    }
  }

  /** None of a frame that is refused or of no interest. */
  private static List<Reading> readings(Decoder decoder, Frame frame) {
    try {
      return decoder.decode(frame).orElse(List.of());
    } catch (FrameException e) {
      return List.of();
    }
  }
}
