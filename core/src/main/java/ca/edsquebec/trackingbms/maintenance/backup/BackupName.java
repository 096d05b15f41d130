package ca.edsquebec.trackingbms.maintenance.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files of backups are called: {@code laval-20261128T020000Z.tbms}, beside it the same
 * with {@code .json}; what is being written ends in {@code .part}.
 */
public record BackupName(Place place, Instant at) {

  public static final String ENDING = ".tbms";
  public static final String NOTE_ENDING = ".json";
  public static final String PART_ENDING = ".part";

  private static final Pattern FORM = Pattern.compile("(.+)-(\\d{8}T\\d{6}Z)\\.tbms");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Empty when it is no backup's. */
  public static Optional<BackupName> parse(String file) {
    Matcher form = FORM.matcher(file);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      Instant at = TIME.parse(form.group(2), Instant::from);
      return Place.named(form.group(1)).map(place -> new BackupName(place, at));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  public String file() {
    return place.name() + "-" + TIME.format(at) + ENDING;
  }

  public String note() {
    String file = file();
    return file.substring(0, file.length() - ENDING.length()) + NOTE_ENDING;
  }
}
