package ca.edsquebec.trackingbms.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * Stores every {@link Instant} of an entity as DATETIME(3). EclipseLink 4 knows no Instant of its
 * own (it would write a serialised object), and its LocalDateTime goes through the zone of the
 * program, which loses the hour that a change of clocks skips; a Timestamp is written in UTC as the
 * connection says.
 *
 * <p>Not applied to ids, nor to {@code max()} and {@code min()} in JPQL: select the attribute.
 */
@Converter(autoApply = true)
public final class InstantConverter implements AttributeConverter<Instant, Timestamp> {

  @Override
  public Timestamp convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  @Override
  public Instant convertToEntityAttribute(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
