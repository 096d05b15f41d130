package ca.edsquebec.trackingbms.measure;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sample as JSON, in the field names of the outside contract: everyone who shows a sample writes
 * it with this. What is absent is left out; an unknown cell among known ones is null.
 */
public final class SampleJson {

  private static final MathContext SIGNIFICANT = new MathContext(15);
  private static final int MAX_DECIMALS = 6;
  private static final double[] POWER_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  private static final double MAX_EXACT = 1L << 53;

  private SampleJson() {}

  /** One object: {@code ts} in epoch milliseconds, then {@link #writeFields}. */
  public static void write(JsonGenerator out, Sample sample) throws IOException {
    out.writeStartObject();
    out.writeNumberField("ts", sample.ts());
    writeFields(out, sample);
    out.writeEndObject();
  }

  /** All but the time, into the object that is open. */
  public static void writeFields(JsonGenerator out, Sample sample) throws IOException {
    writeScalars(out, sample);
    writeArray(out, "cellVoltages", sample.cellVoltages());
    writeArray(out, "temperatures", sample.temperatures());
    writeBalancing(out, sample.balancing());
    writeStates(out, sample);
    for (Map.Entry<String, Double> extra : new TreeMap<>(sample.extras()).entrySet()) {
      writeField(out, extra.getKey(), extra.getValue());
    }
  }

  /**
   * For lists, as {@link #writeFields}: without what belongs to single cells and sensors, and
   * without extras.
   */
  public static void writeListFields(JsonGenerator out, Sample sample) throws IOException {
    writeScalars(out, sample);
    writeStates(out, sample);
  }

  private static void writeScalars(JsonGenerator out, Sample sample) throws IOException {
    for (Metric metric : Metric.values()) {
      writeField(out, metric.jsonName(), sample.value(metric));
    }
  }

  private static void writeStates(JsonGenerator out, Sample sample) throws IOException {
    if (sample.state().isPresent()) {
      out.writeStringField("state", sample.state().get().jsonName());
    }
    if (sample.chargeAllowed().isPresent()) {
      out.writeBooleanField("chargeAllowed", sample.chargeAllowed().get());
    }
    if (sample.dischargeAllowed().isPresent()) {
      out.writeBooleanField("dischargeAllowed", sample.dischargeAllowed().get());
    }
    if (sample.alarms().isPresent()) {
      writeAlarms(out, sample.alarms().get());
    }
  }

  /**
   * A number without the noise of binary fractions and without a useless {@code .0}; null when it
   * is not finite.
   */
  public static void writeNumber(JsonGenerator out, double value) throws IOException {
    if (!Double.isFinite(value)) {
      out.writeNull();
      return;
    }
    for (int decimals = 0; decimals <= MAX_DECIMALS; decimals++) {
      double scaled = Math.rint(value * POWER_OF_TEN[decimals]);
      if (Math.abs(scaled) < MAX_EXACT && scaled / POWER_OF_TEN[decimals] == value) {
        out.writeNumber(BigDecimal.valueOf((long) scaled, decimals));
        return;
      }
    }
    out.writeNumber(new BigDecimal(value, SIGNIFICANT).stripTrailingZeros());
  }

  private static void writeField(JsonGenerator out, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      out.writeFieldName(name);
      writeNumber(out, value);
    }
  }

  private static void writeArray(JsonGenerator out, String name, double[] values)
      throws IOException {
    if (values.length > 0) {
      out.writeArrayFieldStart(name);
      for (double value : values) {
        writeNumber(out, value);
      }
      out.writeEndArray();
    }
  }

  private static void writeBalancing(JsonGenerator out, boolean[] cells) throws IOException {
    if (cells.length > 0) {
      out.writeArrayFieldStart("balancing");
      for (boolean cell : cells) {
        out.writeBoolean(cell);
      }
      out.writeEndArray();
    }
  }

  private static void writeAlarms(JsonGenerator out, List<Alarm> alarms) throws IOException {
    out.writeArrayFieldStart("alarms");
    for (Alarm alarm : alarms) {
      out.writeStartObject();
      out.writeStringField("code", alarm.code().jsonName());
      out.writeStringField("level", alarm.level().jsonName());
      if (!alarm.raw().isEmpty()) {
        out.writeStringField("raw", alarm.raw());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
