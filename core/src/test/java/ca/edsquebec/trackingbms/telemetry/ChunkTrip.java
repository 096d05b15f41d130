package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import java.util.ArrayList;
import java.util.List;

/** Puts samples into a chunk as ingestion and sealing do, and looks at what comes out. */
final class ChunkTrip {

  private final List<String> names = new ArrayList<>();

  /** As a row holds it. */
  StoredSample stored(Sample sample, int marks) {
    return StoredSample.of(Derived.complete(sample), marks, this::id);
  }

  /**
   * Fails unless the same samples come out.
   *
   * @return length of the chunk
   */
  int assertExact(List<StoredSample> rows) {
    try (ChunkWriter writer = new ChunkWriter(SampleColumns.LAYOUT);
        ChunkReader reader = new ChunkReader()) {
      byte[] chunk = writer.encode(SampleColumns.toBlock(rows));
      List<StoredSample> back = SampleColumns.toSamples(reader.decode(chunk));
      assertThat(back).hasSameSizeAs(rows);
      for (int i = 0; i < back.size(); i++) {
        assertThat(sample(back.get(i))).isEqualTo(sample(rows.get(i)));
        assertThat(back.get(i).flags()).isEqualTo(rows.get(i).flags());
      }
      return chunk.length;
    }
  }

  Sample sample(StoredSample stored) {
    return stored.toSample(names::get);
  }

  Integer id(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }
}
