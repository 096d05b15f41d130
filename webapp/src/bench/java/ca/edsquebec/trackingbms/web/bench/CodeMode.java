package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.telemetry.CodecBenchmark;
import ca.edsquebec.trackingbms.telemetry.InsertBenchmark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Single pieces of code, without portal or database, by JMH; each in a JVM of its own. */
final class CodeMode implements Mode {

  private static final int ROUNDS = 5;
  private static final int WARM_UP = 3;
  private static final TimeValue ROUND = TimeValue.seconds(1);

  @Override
  public String name() {
    return "code";
  }

  @Override
  public boolean asksThePortal() {
    return false;
  }

  @Override
  public void measure(Bench bench) throws Exception {
    var options =
        new OptionsBuilder()
            .include("\\b" + InsertBenchmark.class.getSimpleName() + "\\b")
            .include("\\b" + DecoderBenchmark.class.getSimpleName() + "\\b")
            .param("connector", DecoderBenchmark.connectors())
            .include("\\b" + CodecBenchmark.class.getSimpleName() + "\\b")
            .forks(1)
            .warmupIterations(WARM_UP)
            .warmupTime(ROUND)
            .measurementIterations(ROUNDS)
            .measurementTime(ROUND)
            .build();
    for (RunResult result : new Runner(options).run()) {
      List<Double> rounds =
          result.getAggregatedResult().getIterationResults().stream()
              .map(iteration -> iteration.getPrimaryResult().getScore())
              .toList();
      String unit = result.getPrimaryResult().getScoreUnit();
      String what = result.getPrimaryResult().getLabel() + of(result.getParams());
      bench.ledger().goal(Goal.figure(name(), what, unit, rounds, Optional.empty()));
    }
  }

  /** What a piece was measured with, behind its name. */
  private static String of(BenchmarkParams params) {
    return params.getParamsKeys().stream()
        .map(key -> " " + params.getParam(key))
        .collect(Collectors.joining());
  }
}
