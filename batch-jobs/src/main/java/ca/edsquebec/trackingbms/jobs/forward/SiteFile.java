package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.jobs.console.TextFiles;
import ca.edsquebec.trackingbms.platform.InvalidException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * The settings file of a forwarder: JSON, remarks behind {@code //} allowed. A name that it does
 * not know is an error. What is not in it is null.
 *
 * @param every as on the command line, like {@code spoolLimit} and {@code thin} of a battery
 */
record SiteFile(
    String url,
    String name,
    String keyFile,
    String mqttPasswordFile,
    String mqttCaFile,
    String spool,
    String spoolLimit,
    String every,
    List<Entry> batteries) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  /** Nothing is written anywhere. */
  static final SiteFile NONE = new SiteFile(null, null, null, null, null, null, null, null, null);

  SiteFile {
    batteries = batteries == null ? List.of() : List.copyOf(batteries);
  }

  /** One battery; the members as the options of the same names. */
  record Entry(
      String battery,
      String connector,
      Map<String, String> settings,
      List<String> from,
      boolean follow,
      String thin) {

    Entry {
      battery = battery == null ? "" : battery;
      connector = connector == null ? "" : connector;
      settings = settings == null ? Map.of() : Map.copyOf(settings);
      from = from == null ? List.of() : List.copyOf(from);
    }
  }

  /**
   * @throws InvalidException saying where it is wrong
   */
  static SiteFile read(String file) {
    try {
      return JSON.readValue(TextFiles.read(file), SiteFile.class);
    } catch (UnrecognizedPropertyException e) {
      throw wrong(
          file,
          e,
          "\"%s\" is no name that stands there; there are %s"
              .formatted(e.getPropertyName(), e.getKnownPropertyIds()));
    } catch (JsonProcessingException e) {
      throw wrong(file, e, e.getOriginalMessage());
    }
  }

  private static InvalidException wrong(String file, JsonProcessingException e, String what) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return new InvalidException("config", "\"%s\", line %d: %s".formatted(file, line, what));
  }
}
