package ca.edsquebec.trackingbms.jobs.forward.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  private static final long START = 1_800_000_000_000L;
  private static final long LIMIT = 1 << 20;

  @TempDir Path folder;

  private final Losses losses = new Losses();

  private Spool open() throws IOException {
    return new Spool(folder, LIMIT, losses);
  }

  private static Frame frame(long second) {
    return Frame.can((START + second * 1000) * 1000, 0x233, new byte[] {1, 2, (byte) second});
  }

  private static Block block(long second) {
    return new Block(new Mark(7, second), List.of(frame(second)));
  }

  private static List<Long> seconds(Batch batch) {
    return batch.frames().stream().map(f -> (f.timeMicros() / 1000 - START) / 1000).toList();
  }

  private static Batch next(Spool spool, int frames) throws Exception {
    return spool.next(frames, 0).orElseThrow();
  }

  @Test
  void givesBackWhatWasWrittenInOrder() throws Exception {
    try (Spool spool = open()) {
      Frame answer =
          new Frame(START * 1000, -1, new byte[300], new byte[] {1, 3}, "N/é/soc", "new");
      spool.append(new Block(Mark.NONE, List.of(frame(1), answer)));
      Frame read = next(spool, 10).frames().get(1);
      assertThat(read).usingRecursiveComparison().isEqualTo(answer);
    }
  }

  @Test
  void goesOnBehindWhatWasSentAfterARestart() throws Exception {
    try (Spool spool = open()) {
      for (int i = 1; i <= 10; i++) {
        spool.append(block(i));
      }
      spool.sent(next(spool, 4), Long.MIN_VALUE);
    }
    try (Spool spool = open()) {
      assertThat(spool.unsentFrames()).isEqualTo(6);
      assertThat(seconds(next(spool, 100))).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
      assertThat(spool.mark()).isEqualTo(new Mark(7, 10));
    }
  }

  @Test
  void keepsWhatWasSentWhileThePortalHasNotSaidHowFarItIsStored() throws Exception {
    try (Spool spool = open()) {
      for (int i = 0; i < 4000; i++) {
        spool.append(block(i));
      }
      spool.sent(next(spool, 4000), Long.MIN_VALUE);
      spool.append(block(4000));
      spool.goBack();
      assertThat(next(spool, 1).again()).isEqualTo(4000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0\0\0\0",
        "s\u00e9nt 1 0 0\n",
        "sent 1 0 9999999999999999999\n",
        "sent 999999999999999999 0 -1\n"
      })
  void damagedBookmarkOnlyCostsThatFramesAreSentAgain(String text) throws Exception {
    try (Spool spool = open()) {
      spool.append(block(1));
    }
    Files.writeString(folder.resolve("portal"), text, StandardCharsets.ISO_8859_1);
    try (Spool spool = open()) {
      assertThat(spool.mark()).isEqualTo(new Mark(7, 1));
      spool.append(block(2));
      assertThat(seconds(next(spool, 10))).contains(2L);
    }
  }

  @Test
  void opensOnADiskThatTakesNoMore() throws Exception {
    try (Spool spool = open()) {
      spool.append(block(1));
    }
    Path inTheWay = Files.createDirectory(folder.resolve("portal.next"));
    Files.createFile(inTheWay.resolve("file"));
    Spool spool = open();
    assertThat(seconds(next(spool, 10))).containsExactly(1L);
    assertThatThrownBy(spool::close).isInstanceOf(IOException.class);
  }

  @Test
  void sendsAgainWhatIsNotDurableWithTheMinuteBefore() throws Exception {
    try (Spool spool = open()) {
      for (int i = 0; i < 200; i++) {
        spool.append(block(i));
      }
      spool.sent(next(spool, 150), START + 140_000);
      spool.goBack();
      Batch again = next(spool, 1000);
      assertThat(seconds(again)).first().isEqualTo(81L);
      assertThat(seconds(again)).last().isEqualTo(199L);
      assertThat(again.again()).as("sent before").isEqualTo(120 - 81 + 1);
    }
  }

  @Test
  void batchEndsWithAMinuteWhereMoreFollows() throws Exception {
    try (Spool spool = open()) {
      for (int i = 1; i < 300; i++) {
        spool.append(block(i));
      }
      assertThat(seconds(next(spool, 100))).last().isEqualTo(60L);
      assertThat(next(spool, 100).more()).isTrue();
    }
  }

  @Test
  void recordThatWasTornByAPowerCutIsDropped() throws Exception {
    try (Spool spool = open()) {
      spool.append(block(1));
      spool.append(block(2));
    }
    Path segment = folder.resolve("%018d.frames".formatted(1));
    byte[] bytes = Files.readAllBytes(segment);
    for (int cut = bytes.length / 2; cut < bytes.length; cut++) {
      Files.write(segment, Arrays.copyOf(bytes, cut));
      try (Spool spool = open()) {
        assertThat(seconds(next(spool, 10))).containsExactly(1L);
        spool.append(block(3));
        assertThat(seconds(next(spool, 10))).containsExactly(1L, 3L);
      }
    }
    int ofTheSecond = bytes.length / 2;
    assertThat(losses.bytes()).isEqualTo(LongStream.range(1, ofTheSecond).boxed().toList());
  }

  @Test
  void garbageBehindTheLastRecordIsDropped() throws Exception {
    try (Spool spool = open()) {
      spool.append(block(1));
    }
    Files.write(
        folder.resolve("%018d.frames".formatted(1)),
        new byte[] {0, 0, 0, 4, 1, 2, 3, 4, 5, 6, 7, 8},
        StandardOpenOption.APPEND);
    try (Spool spool = open()) {
      assertThat(seconds(next(spool, 10))).containsExactly(1L);
    }
  }

  @Test
  void deletesWhatIsConfirmedButItsLastMinute() throws Exception {
    try (Spool spool = open()) {
      int seconds = fill(spool, LIMIT / 2);
      Batch all = next(spool, 1_000_000);
      spool.sent(all, START + seconds * 1000L);
      while (spool.unsentFrames() > 0) {
        spool.sent(next(spool, 1_000_000), START + seconds * 1000L);
      }
      assertThat(spool.bytes()).isLessThan(LIMIT / 4);
      spool.goBack();
      assertThat(spool.next(10, 0)).as("nothing new").isEmpty();
      spool.append(block(seconds + 1));
      assertThat(seconds(next(spool, 10))).hasSizeBetween(60, 62);
      assertThat(losses.frames()).isEmpty();
    }
  }

  @Test
  void dropsTheOldestAtTheLimitAndTellsHowMuch() throws Exception {
    try (Spool spool = open()) {
      int seconds = fill(spool, 2 * LIMIT);
      assertThat(spool.bytes()).isLessThanOrEqualTo(LIMIT);
      long gone = losses.frames().stream().mapToLong(Long::longValue).sum();
      assertThat(spool.unsentFrames()).isEqualTo(seconds - gone);
      assertThat(seconds(next(spool, 10))).first().isEqualTo(gone);
    }
  }

  @Test
  void framesOfAClockThatWasPutBackAreSentAllTheSame() throws Exception {
    try (Spool spool = open()) {
      for (int i = 1000; i < 1010; i++) {
        spool.append(block(i));
      }
      spool.sent(next(spool, 100), START + 1_005_000);
      spool.append(block(5));
      spool.goBack();
      assertThat(seconds(next(spool, 100))).contains(5L);
    }
  }

  /** As many blocks of a frame a second as take so many bytes. */
  private static int fill(Spool spool, long bytes) throws IOException {
    int second = 0;
    for (long written = 0; written < bytes; written += 8 + 21 + 17) {
      spool.append(block(second++));
    }
    return second;
  }
}
