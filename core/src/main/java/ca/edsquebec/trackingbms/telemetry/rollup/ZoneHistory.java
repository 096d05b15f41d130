package ca.edsquebec.trackingbms.telemetry.rollup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which time zone held when.
 *
 * @param spans the first since ever; none has the rules of the one before
 */
record ZoneHistory(List<Span> spans) {

  static final long EVER = Long.MIN_VALUE;

  /**
   * @param since epoch milliseconds
   */
  record Span(long since, ZoneId zone) {
    private boolean sameRules(Span other) {
      return zone.getRules().equals(other.zone.getRules());
    }
  }

  static ZoneHistory of(List<LocalDays.Stay> stays) {
    if (stays.isEmpty()) {
      throw new IllegalArgumentException("no time zone to count days by");
    }
    List<Span> spans = new ArrayList<>();
    spans.add(new Span(EVER, stays.get(0).zone()));
    for (int i = 1; i < stays.size(); i++) {
      LocalDays.Stay stay = stays.get(i);
      if (!stay.since().isAfter(stays.get(i - 1).since())) {
        throw new IllegalArgumentException("not in order of time: " + stays);
      }
      Span span = new Span(stay.since().toEpochMilli(), stay.zone());
      if (!span.sameRules(spans.get(spans.size() - 1))) {
        spans.add(span);
      }
    }
    return new ZoneHistory(List.copyOf(spans));
  }

  /**
   * @param text as {@link #text()}
   * @throws java.time.DateTimeException when there is no such zone or time
   * @throws IllegalArgumentException when they are not in order of time
   * @throws ArithmeticException when a time is no number of milliseconds
   */
  static ZoneHistory parse(String text) {
    String[] parts = text.split(";", -1);
    List<LocalDays.Stay> stays = new ArrayList<>();
    stays.add(new LocalDays.Stay(Instant.ofEpochMilli(EVER), ZoneId.of(parts[0])));
    for (int i = 1; i < parts.length; i++) {
      String[] words = parts[i].split(" ", 2);
      stays.add(new LocalDays.Stay(Instant.parse(words[0]), ZoneId.of(words[words.length - 1])));
    }
    return of(stays);
  }

  String text() {
    Stream<String> moves =
        spans.stream().skip(1).map(s -> Instant.ofEpochMilli(s.since()) + " " + s.zone());
    return Stream.concat(Stream.of(spans.get(0).zone().getId()), moves)
        .collect(Collectors.joining(";"));
  }

  ZoneId at(long ts) {
    return spanAt(ts).zone();
  }

  /** From when on another zone holds; {@link Long#MAX_VALUE} when none does. */
  long firstDifference(ZoneHistory other) {
    return LongStream.concat(starts(), other.starts())
        .sorted()
        .filter(ts -> !spanAt(ts).sameRules(other.spanAt(ts)))
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  private Span spanAt(long ts) {
    Span found = spans.get(0);
    for (Span span : spans) {
      if (span.since() <= ts) {
        found = span;
      }
    }
    return found;
  }

  private LongStream starts() {
    return spans.stream().mapToLong(Span::since);
  }
}
