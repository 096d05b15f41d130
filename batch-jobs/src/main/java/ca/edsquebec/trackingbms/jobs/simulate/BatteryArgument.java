package ca.edsquebec.trackingbms.jobs.simulate;

import ca.edsquebec.trackingbms.jobs.console.Choice;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A battery as people name it: {@code LAV-07}, {@code LAV-07=stationary}, {@code
 * LAV-07=mobile,cells=96,capacity=120}.
 *
 * @param capacityAh Ah
 */
record BatteryArgument(String code, Kind kind, int cells, double capacityAh) {

  private static final int MAX_CELLS = 216;
  private static final Choice<Kind> KINDS = new Choice<>(Kind.class);
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9._-]{0,39})(?:=([a-z]+))?"
              + "(?:,cells=(\\d{1,4}))?(?:,capacity=(\\d{1,4}(?:\\.\\d{1,2})?))?");

  static final class Converter implements ITypeConverter<BatteryArgument> {

    @Override
    public BatteryArgument convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is not a battery such as LAV-07=stationary,cells=16,capacity=280");
      }
      Kind kind = form.group(2) == null ? Kind.FORKLIFT : KINDS.convert(form.group(2));
      int cells = form.group(3) == null ? kind.cells() : Integer.parseInt(form.group(3));
      double capacity =
          form.group(4) == null ? kind.capacityAh() : Double.parseDouble(form.group(4));
      if (cells < 1 || cells > MAX_CELLS || capacity < 1) {
        throw new TypeConversionException(
            "a battery has 1 to %d cells and at least 1 Ah".formatted(MAX_CELLS));
      }
      return new BatteryArgument(form.group(1), kind, cells, capacity);
    }
  }
}
