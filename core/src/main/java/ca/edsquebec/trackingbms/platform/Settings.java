package ca.edsquebec.trackingbms.platform;

import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The installation's settings, checked when they are loaded. From the environment, or from {@code
 * .env} in {@code TBMS_HOME}; the environment wins. Immutable; {@link #toString} shows no secret.
 */
public final class Settings {

  private final Map<Setting, String> values;

  private Settings(Map<Setting, String> values) {
    this.values = values;
  }

  /**
   * Loads this process's settings.
   *
   * @throws SettingsException naming the first setting that is unknown or malformed
   */
  public static Settings load() {
    return from(System.getenv());
  }

  /**
   * As {@link #load}, from a given environment.
   *
   * @param environment names of other programs are ignored; names beginning with {@code TBMS_} must
   *     be known
   */
  public static Settings from(Map<String, String> environment) {
    String named = environment.getOrDefault(Setting.TBMS_HOME.name(), "");
    Path home = Path.of(named.isEmpty() ? System.getProperty("user.home") + "/trackingbms" : named);
    Map<String, String> file = EnvFile.read(home.resolve(".env"));
    for (String name : file.keySet()) {
      requireKnown(name, ".env in " + home);
    }
    if (file.containsKey(Setting.TBMS_HOME.name())) {
      throw new SettingsException(
          "TBMS_HOME stands in .env in %s, where it says nothing: that file was found by it"
              .formatted(home));
    }
    environment.keySet().stream()
        .filter(name -> name.startsWith("TBMS_"))
        .forEach(name -> requireKnown(name, "the environment"));
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String text = environment.getOrDefault(setting.name(), file.get(setting.name()));
      if (text == null || text.isEmpty()) {
        text = setting.defaultText().orElse(null);
      }
      if (text != null) {
        values.put(setting, checked(setting, text));
      }
    }
    values.put(Setting.TBMS_HOME, home.toString());
    return new Settings(values);
  }

  /** The text of a setting, or its default; empty when it has neither. */
  public Optional<String> text(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  /**
   * A setting that is a path. One that does not begin at the root is meant from {@link #home}:
   * programs are started in different folders, by cron, by Tomcat, by hand.
   *
   * @return absolute; empty when it is not set
   */
  public Optional<Path> path(Setting setting) {
    return text(setting).map(home().toAbsolutePath()::resolve);
  }

  /**
   * @throws SettingsException when it is not set and has no default
   */
  public String required(Setting setting) {
    return text(setting)
        .orElseThrow(
            () ->
                new SettingsException(
                    setting + " is not set: give it in the environment or in .env in " + home()));
  }

  /** A setting that is a whole number with a default. */
  public int number(Setting setting) {
    return Integer.parseInt(required(setting));
  }

  /** A setting that is true or false, with a default. */
  public boolean flag(Setting setting) {
    return Boolean.parseBoolean(required(setting));
  }

  /** Where the installation keeps its files. */
  public Path home() {
    return Path.of(values.get(Setting.TBMS_HOME));
  }

  /**
   * The 32 bytes that protect all other secrets. A fresh copy.
   *
   * @throws SettingsException when it is not set
   */
  public byte[] masterKey() {
    return Base64.getDecoder().decode(required(Setting.TBMS_MASTER_KEY));
  }

  /** The master key of before, while it is being replaced; empty at all other times. */
  public Optional<byte[]> previousMasterKey() {
    return text(Setting.TBMS_MASTER_KEY_PREVIOUS).map(Base64.getDecoder()::decode);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (setting, value) ->
            text.append(setting)
                .append('=')
                .append(setting.isSecret() ? "***" : withoutPassword(value))
                .append('\n'));
    return text.toString();
  }

  private static String withoutPassword(String value) {
    return value.replaceAll("(?i)(password=)[^&]*", "$1***").replaceAll("//[^/]*@", "//***@");
  }

  private static void requireKnown(String name, String where) {
    if (!Setting.isKnown(name)) {
      throw new SettingsException(
          "Unknown setting %s in %s: remove it or correct its name".formatted(name, where));
    }
  }

  private static String checked(Setting setting, String text) {
    String fault = SettingText.fault(setting.kind(), text);
    if (fault == null) {
      return text;
    }
    String shown = setting.isSecret() ? "" : " (it is \"" + withoutPassword(text) + "\")";
    throw new SettingsException(setting + " " + fault + shown);
  }
}
