package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Bms1;
import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.Choice;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An hour of one battery to bytes and back, and to its rollup; a sample of it each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

  private static final int SAMPLES = BenchStore.SAMPLES_AN_HOUR;
  private static final long START = 1_760_000_400_000L;

  private final ChunkWriter writer = new ChunkWriter(SampleColumns.LAYOUT);
  private final ChunkReader reader = new ChunkReader();
  private final List<StoredSample> samples = samples();
  private final Block block = SampleColumns.toBlock(samples);
  private final byte[] chunk = writer.encode(block);
  private final Choice five = Choice.numbers(0, 1, 2, 3, 5);

  private static List<StoredSample> samples() {
    List<StoredSample> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      samples.add(
          StoredSample.of(
              Derived.complete(Bms1.sample(7, START + i * Bms1.PERIOD_MILLIS)), 0, name -> 1));
    }
    return samples;
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public Object samplesToColumns() {
    return SampleColumns.toBlock(samples);
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public byte[] encode() {
    return writer.encode(block);
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public Object decodeAll() {
    return reader.decode(chunk);
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public Object decodeFiveNumbers() {
    return reader.decode(chunk, five);
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public Object rollUp() {
    return HourRollups.rollup(block, List.of(), Duration.ofSeconds(5));
  }
}
