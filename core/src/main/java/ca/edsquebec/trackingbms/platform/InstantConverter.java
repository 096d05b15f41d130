package ca.edsquebec.trackingbms.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Stores every {@link Instant} of an entity as DATETIME(3) in UTC, to the millisecond. It travels
 * as text: EclipseLink 4 knows no Instant of its own (it would write a serialised object), and of a
 * Timestamp the driver drops the milliseconds where a MariaDB of the 10 series calls itself 5.5.5.
 *
 * <p>Not applied to ids, nor to {@code max()} and {@code min()} in JPQL: select the attribute.
 */
@Converter(autoApply = true)
public final class InstantConverter implements AttributeConverter<Instant, Object> {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

  @Override
  public Object convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : text(instant);
  }

  @Override
  public Instant convertToEntityAttribute(Object column) {
    // As the driver gives it: a LocalDateTime that went through no zone. Its text is the column's.
    return column == null ? null : instant(column.toString());
  }

  /** What a DATETIME(3) column takes, in hand-written SQL too. */
  public static String text(Instant instant) {
    return WRITTEN.format(
        instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC).toLocalDateTime());
  }

  /** What such a column gives when it is read as text; with any number of decimals. */
  public static Instant instant(String column) {
    return LocalDateTime.parse(column.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }
}
