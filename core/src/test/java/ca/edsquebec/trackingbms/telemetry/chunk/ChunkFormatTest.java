package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is on disks already must stay readable. */
class ChunkFormatTest {

  /** Every kind and encoding of version 1; never to be changed. */
  private static final String VERSION_1 =
      "01767d148006090000000801000007010100100102040001a08d0602011e010f011f000202000110"
          + "03000700190301000a2d8ac10d4040144467feec2ee1a0040925e8434d4aa0037715e80255707790"
          + "38b0127379792fb3147d4bd5d5d44002f6e4b8dc5a74a7863919b7948126e27afe91018ac96860fc"
          + "cbfce75ec1032e530048cb5d44297a89ba1fbd";

  @Test
  void chunksOfVersion1CanBeRead() {
    try (ChunkReader reader = new ChunkReader()) {
      byte[] chunk = HexFormat.of().parseHex(VERSION_1);
      Blocks.assertSame(reader.decode(chunk), block());
    }
  }

  private static Block block() {
    BitSet present = new BitSet();
    present.set(1, 3);
    long[] sparse = {0, Long.MIN_VALUE, 4, 0, 0, 0};
    short absent = VectorColumn.ABSENT;
    short[] usual = {3_280, 3_290};
    return new Block(
        new long[] {1_000, 6_000, 11_000, 16_000, 21_017, 26_000},
        List.of(
            new NumberColumn(0, new long[] {3_285, 3_285, 3_286, 3_287, 3_287, 3_287}, null),
            new NumberColumn(1, new long[] {-500, 40_000, 41_000, 9_000, 70_000, -800}, null),
            new NumberColumn(2, new long[] {-16, 1_314, 1_347, 296, 2_301, -26}, null),
            new NumberColumn(30, sparse, present),
            new NumberColumn(31, new long[6], null)),
        List.of(
            new VectorColumn(
                0, new short[][] {usual, {3_281, absent, 3_300}, {}, null, usual, usual}),
            new VectorColumn(1, new short[][] {{1}, {2}, {2}, {2}, {2}, {32_767}})),
        List.of(new TextColumn(0, new byte[][] {{1, 2}, {1, 2}, {}, null, {1, 2}, {3}})));
  }
}
