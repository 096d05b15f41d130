package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.connector.dbc.DbcMapping;
import ca.edsquebec.trackingbms.connector.dbc.DbcPreview;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Kind;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.web.candb.Signals.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A signal of the form.
 *
 * @param meaning as it stands in the form; empty for none
 * @param readable whether its numbers can be read at all
 * @param value what the frames say; empty when they say nothing of it
 */
public record SignalRow(
    Place place, String meaning, boolean readable, Optional<DbcPreview.Value> value) {

  private static final int DECIMALS = 6;

  /** By which the fields of the form are told apart. */
  public int number() {
    return place.number();
  }

  public String message() {
    return place.message().name();
  }

  public String name() {
    return place.signal().name();
  }

  public String key() {
    return place.key();
  }

  /** As the file says it; may be empty. */
  public String unit() {
    return place.signal().unit();
  }

  public String comment() {
    return place.signal().comment();
  }

  /** The value of the selector with which it is there; −1 for any. */
  public int layout() {
    return place.signal().multiplex().layout();
  }

  public List<String> kinds() {
    return DbcMapping.kinds(place.signal());
  }

  /** Whether it may be an alarm: a plain number. */
  public boolean mayBeAlarm() {
    return unit().isBlank();
  }

  /** Whether its bits bound it: not those of a floating-point number. */
  public boolean hasRange() {
    return place.signal().kind() == Kind.UNSIGNED || place.signal().kind() == Kind.SIGNED;
  }

  /** Least value that its bits can say, in the unit of the file. */
  public BigDecimal least() {
    return end(lowest()).min(end(highest()));
  }

  public BigDecimal greatest() {
    return end(lowest()).max(end(highest()));
  }

  private BigInteger lowest() {
    Signal signal = place.signal();
    return signal.kind() == Kind.SIGNED
        ? BigInteger.ONE.shiftLeft(Math.max(0, signal.length() - 1)).negate()
        : BigInteger.ZERO;
  }

  private BigInteger highest() {
    Signal signal = place.signal();
    int bits = signal.kind() == Kind.SIGNED ? Math.max(0, signal.length() - 1) : signal.length();
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }

  private BigDecimal end(BigInteger raw) {
    return new BigDecimal(raw).multiply(place.signal().factor()).add(place.signal().offset());
  }

  /** As many decimals as it has, within reason. */
  public int decimals(BigDecimal value) {
    BigDecimal cut = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return Math.max(0, cut.scale());
  }

  /** Whether the device says a number. */
  public boolean isTold() {
    return value.isPresent() && value.get().shown() != null;
  }

  /** In the unit of the file. */
  public BigDecimal told() {
    return value.orElseThrow().shown();
  }

  /** What the raw value is called in the file; empty for no name. */
  public String label() {
    Signal signal = place.signal();
    if (!isTold() || signal.labels().isEmpty() || signal.factor().signum() == 0) {
      return "";
    }
    BigDecimal[] raw = told().subtract(signal.offset()).divideAndRemainder(signal.factor());
    return raw[1].signum() == 0 ? signal.labels().getOrDefault(raw[0].longValue(), "") : "";
  }

  /** Whether the meaning gives a number of ours. */
  public boolean isOurs() {
    return !bare().isEmpty() && isTold() && !isFlag() && !Double.isNaN(value.get().ours());
  }

  /** Rounded to what the arithmetic of the decoder is good for. */
  public BigDecimal ours() {
    return BigDecimal.valueOf(value.orElseThrow().ours()).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** Unit of ours; empty for a plain number. */
  public String ourUnit() {
    if (bare().startsWith("cell/")) {
      return "V";
    }
    return bare().startsWith("temperature/")
        ? "°C"
        : Metric.named(bare()).map(Metric::unit).orElse("");
  }

  /** Whether the value is out of what such a metric can be: most likely the meaning is wrong. */
  public boolean isImplausible() {
    if (!isOurs()) {
      return false;
    }
    double ours = value.orElseThrow().ours();
    if (bare().startsWith("cell/")) {
      return ours < Metric.CELL_MIN_V || ours > Metric.CELL_MAX_V;
    }
    if (bare().startsWith("temperature/")) {
      return ours < Metric.TEMPERATURE_MIN_C || ours > Metric.TEMPERATURE_MAX_C;
    }
    return Metric.named(bare()).filter(metric -> !metric.isPlausible(ours)).isPresent();
  }

  /** Whether the meaning is yes or no, or an alarm. */
  public boolean isFlag() {
    return bare().matches("(alarm|balancing)/.*|(dis)?charge-allowed");
  }

  /** Whether it is told and yes. */
  public boolean isYes() {
    return isFlag() && isTold() && told().signum() != 0;
  }

  private String bare() {
    return meaning.startsWith("!") ? meaning.substring(1) : meaning;
  }
}
