package ca.edsquebec.trackingbms.jobs.simulate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A load as people name it: {@code bms-1:LOAD-:100} is BMS-1 by the batteries LOAD-1 to LOAD-100.
 */
record WorkloadArgument(String prefix, int count) {

  private static final int MAX_BATTERIES = 10_000;
  private static final Pattern FORM =
      Pattern.compile("bms-1:([A-Za-z0-9][A-Za-z0-9._-]{0,34}):(\\d{1,5})");

  List<String> codes() {
    return IntStream.rangeClosed(1, count).mapToObj(number -> prefix + number).toList();
  }

  static final class Converter implements ITypeConverter<WorkloadArgument> {

    @Override
    public WorkloadArgument convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is not a load such as bms-1:LOAD-:100, for LOAD-1 to LOAD-100");
      }
      int count = Integer.parseInt(form.group(2));
      if (count < 1 || count > MAX_BATTERIES) {
        throw new TypeConversionException(
            "a load has 1 to %d batteries, not %d".formatted(MAX_BATTERIES, count));
      }
      return new WorkloadArgument(form.group(1), count);
    }
  }
}
