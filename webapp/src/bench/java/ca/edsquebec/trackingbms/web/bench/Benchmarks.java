package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures the portal and says goal by goal what came of it: {@code ./mvnw -Pbenchmarks}.
 * Arguments: names of modes, all when there is none; {@code --rounds=N} for other than three rounds
 * that count; {@code --strict} to fail when a goal is missed.
 */
public final class Benchmarks {

  private static final String STRICT = "--strict";
  private static final String ROUNDS = "--rounds=";

  /** In this order. */
  private static final List<Mode> MODES =
      List.of(
          new IngestMode(),
          new SingleMode(),
          new PushMode(),
          new ReplayMode(),
          new OutOfOrderMode(),
          new LatestMode(),
          new ChartMode(),
          new BatchMode(),
          new JobsMode(),
          new GrowthMode(),
          new TenantsMode(),
          new LiveMode(),
          new PagesMode(),
          new SignInMode(),
          new CodeMode());

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    // Its thread would outlive the database.
    System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    List<String> wanted = new ArrayList<>(Arrays.asList(args));
    boolean strict = wanted.remove(STRICT);
    int rounds = rounds(wanted);
    List<Mode> modes = chosen(wanted);
    Path file = TestDatabase.projectRoot().resolve("webapp/target/benchmarks.jsonl");
    boolean missed;
    try (Ledger ledger = new Ledger(file);
        Bench bench = new Bench(ledger, rounds)) {
      if (modes.stream().anyMatch(Mode::asksThePortal)) {
        WarmUp.run(bench);
      }
      for (Mode mode : modes) {
        long begun = System.nanoTime();
        mode.measure(bench);
        System.out.printf(
            Locale.ROOT, "%s took %.0f s%n", mode.name(), (System.nanoTime() - begun) / 1e9);
      }
      ledger.printTable();
      System.out.printf("%nportal: %s%nrounds: %s%n", bench.portalMemory(), file);
      missed = ledger.isOneMissed();
    }
    System.exit(strict && missed ? 1 : 0);
  }

  private static int rounds(List<String> wanted) {
    int rounds = 3;
    for (String word : List.copyOf(wanted)) {
      if (word.matches(ROUNDS + "[1-9]\\d?")) {
        rounds = Integer.parseInt(word.substring(ROUNDS.length()));
        wanted.remove(word);
      }
    }
    return rounds;
  }

  private static List<Mode> chosen(List<String> names) {
    List<String> known = MODES.stream().map(Mode::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        System.err.printf("no mode %s: there are %s%n", name, String.join(", ", known));
        System.exit(2);
      }
    }
    return MODES.stream().filter(mode -> names.isEmpty() || names.contains(mode.name())).toList();
  }
}
