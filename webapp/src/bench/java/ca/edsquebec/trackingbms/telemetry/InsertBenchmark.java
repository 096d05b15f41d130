package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Bms1;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What ingestion does with a sample before the database gets it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InsertBenchmark {

  private static final int BATTERIES = 100;
  private static final long START = 1_760_000_000_000L;

  private final List<Measured> samples =
      IntStream.range(0, BATTERIES)
          .mapToObj(i -> new Measured(1 + i, 0, Bms1.sample(i, START)))
          .toList();
  private final MetricNames.Dictionary names = new MetricNames.Dictionary();
  private final StringBuilder sql = new StringBuilder();

  /** A sample as the values of its row, in the statement's text. */
  @Benchmark
  @OperationsPerInvocation(BATTERIES)
  public int sampleToSql() {
    sql.setLength(0);
    for (Measured one : samples) {
      StoredSample.of(one.sample(), 0, names::id).appendTo(sql);
    }
    return sql.length();
  }

  /** A sample of a post of 100: judged, completed, and made a row. */
  @Benchmark
  @OperationsPerInvocation(BATTERIES)
  public Object preparation() {
    return new Preparation(samples, START).request(names, true);
  }
}
