package ca.edsquebec.trackingbms.jobs.cron;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a crontab that start one job each. */
class CronLineTest {

  private static final Instant NOW = Instant.parse("2026-11-28T15:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, -7, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void noTwoBeginInTheSameMinute(int hash) {
    for (String zone : List.of("America/Toronto", "America/St_Johns", "Asia/Kathmandu")) {
      Set<Integer> taken = new HashSet<>();
      for (String line : lines(hash, ZoneId.of(zone))) {
        Set<Integer> minutes = minutes(line);
        assertThat(minutes).as(line + " in " + zone).noneMatch(taken::contains);
        taken.addAll(minutes);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void noneBeginsBeforeItsTimeNorIsLate(int hash) {
    List<Routine> routines = Routines.installed();
    ZoneId zone = ZoneId.of("America/Toronto");
    List<String> lines = lines(hash, zone);
    for (int i = 0; i < lines.size(); i++) {
      Cadence cadence = routines.get(i).cadence();
      if (cadence.unit() != Cadence.Unit.MINUTES) {
        int due = cadence.dueAfter(NOW, zone).atZone(ZoneId.of("UTC")).getMinute();
        int begins = minutes(lines.get(i)).iterator().next();
        assertThat(Duration.ofMinutes(Math.floorMod(begins - due, 60)))
            .as(lines.get(i))
            .isLessThan(Timetable.PATIENCE);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "backup, 4 7 * * *",
    "verify-backup, 19 8 * * 0",
    "optimise, 54 9 1 * *",
    "rollup, 14 * * * *",
    "seal, 9 * * * *"
  })
  void countsByTheHostsClock(String job, String line) {
    List<String> names = Routines.installed().stream().map(Routine::name).toList();
    List<String> lines = lines(0, ZoneId.of("America/Toronto"));
    assertThat(lines.get(names.indexOf(job))).isEqualTo(line);
  }

  @Test
  void installationsOfOneHostTickInDifferentMinutes() {
    assertThat(IntStream.range(0, 5).mapToObj(CronLine::tick))
        .doesNotHaveDuplicates()
        .allMatch(line -> line.matches("[0-4]-59/5 \\* \\* \\* \\*"));
  }

  private static List<String> lines(int hash, ZoneId zone) {
    return CronLine.each(
        Routines.installed().stream().map(Routine::cadence).toList(),
        hash,
        zone,
        ZonedDateTime.ofInstant(NOW, ZoneId.of("UTC")));
  }

  /** Of the hour, as cron reads them. */
  private static Set<Integer> minutes(String line) {
    String field = line.split(" ")[0];
    if (!field.contains("/")) {
      return Set.of(Integer.valueOf(field));
    }
    int first = Integer.parseInt(field.substring(0, field.indexOf('-')));
    int step = Integer.parseInt(field.substring(field.indexOf('/') + 1));
    return IntStream.range(first, 60)
        .filter(minute -> (minute - first) % step == 0)
        .boxed()
        .collect(Collectors.toSet());
  }
}
