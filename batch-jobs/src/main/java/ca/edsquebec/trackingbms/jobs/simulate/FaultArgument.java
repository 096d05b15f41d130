package ca.edsquebec.trackingbms.jobs.simulate;

import ca.edsquebec.trackingbms.jobs.console.Choice;
import ca.edsquebec.trackingbms.jobs.console.Periods;
import ca.edsquebec.trackingbms.jobs.simulate.model.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A line of the script: {@code weak-cell}, {@code LAV-07:silent,from=10min,for=5min,every=1h}.
 *
 * @param code of the battery; empty for all
 * @param from after the start of the run; empty when it always was so
 */
record FaultArgument(
    Optional<String> code,
    Fault.What what,
    Optional<Duration> from,
    Optional<Duration> length,
    Optional<Duration> every) {

  private static final Choice<Fault.What> WHATS = new Choice<>(Fault.What.class);
  private static final Periods PERIODS = new Periods();
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([A-Za-z0-9][A-Za-z0-9._-]{0,39}):)?([a-z-]+)"
              + "(?:,from=([^,]+))?(?:,for=([^,]+))?(?:,every=([^,]+))?");

  boolean concerns(String battery) {
    return code.isEmpty() || code.get().equals(battery);
  }

  /** As it is in a run that began then. */
  Fault inRunFrom(Instant start) {
    return new Fault(what, from.map(start::plus), length, every);
  }

  static final class Converter implements ITypeConverter<FaultArgument> {

    @Override
    public FaultArgument convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is not a fault such as silent,from=10min,for=5min,every=1h");
      }
      FaultArgument fault =
          new FaultArgument(
              Optional.ofNullable(form.group(1)),
              WHATS.convert(form.group(2)),
              period(form.group(3)),
              period(form.group(4)),
              period(form.group(5)));
      return checked(fault, text);
    }

    private static Optional<Duration> period(String text) {
      return Optional.ofNullable(text).map(PERIODS::convert);
    }

    private static FaultArgument checked(FaultArgument fault, String text) {
      if (fault.length.isPresent() && fault.from.isEmpty()) {
        throw new TypeConversionException("'" + text + "' says for how long, but not from= when");
      }
      try {
        fault.inRunFrom(Instant.EPOCH);
        return fault;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'%s': %s".formatted(text, e.getMessage()));
      }
    }
  }
}
