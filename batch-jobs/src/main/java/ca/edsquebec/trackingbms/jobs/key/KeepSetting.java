package ca.edsquebec.trackingbms.jobs.key;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.secret.KeptSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a secret out of readable files. */
@Command(
    name = "keep",
    description = {
      "Keeps a secret setting encrypted in the registry, so that no file holds it readable.",
      "The secret is read from standard input, one line. What the environment or .env says goes"
          + " first: remove it there. The portal uses it from its next connection on."
    },
    footer = {"", "Example:", "  tbms keys keep TBMS_MAIL_PASSWORD < password.txt"})
public final class KeepSetting implements Callable<Integer> {

  /** The others are needed to open the registry. */
  private static final Set<Setting> KEPT = Set.of(Setting.TBMS_MAIL_PASSWORD);

  private final Installation installation;
  private final Console console;

  @Parameters(paramLabel = "SETTING", description = "TBMS_MAIL_PASSWORD.")
  String name;

  @Option(names = "--forget", description = "Removes what is kept instead.")
  boolean forget;

  public KeepSetting(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Setting setting =
        KEPT.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new InvalidException("setting", name + " can't be kept; this can: " + KEPT));
    KeptSettings kept = installation.keptSettings();
    if (forget) {
      boolean was = kept.forget(setting);
      if (was) {
        installation.record(Change.of(Action.SETTING_FORGOTTEN, "setting:" + name));
      }
      tell("forgotten", was, was ? name + " is forgotten." : name + " was not kept.");
      return ExitCode.DONE;
    }
    kept.keep(setting, secret());
    installation.record(Change.of(Action.SETTING_KEPT, "setting:" + name));
    tell("kept", true, name + " is kept.");
    if (installation.settings().text(setting).isPresent()) {
      console.note(name + " is still in the environment or .env, which goes first: remove it.");
    }
    return ExitCode.DONE;
  }

  private String secret() throws IOException {
    Optional<java.io.Console> terminal = Optional.ofNullable(System.console());
    String line = terminal.isPresent() ? typed(terminal.get()) : piped();
    if (line.isEmpty() || line.length() > 200) {
      throw new InvalidException("setting", "a line of 1 to 200 characters is expected");
    }
    return line;
  }

  private String piped() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(console.input(), StandardCharsets.UTF_8));
    return Objects.requireNonNullElse(in.readLine(), "");
  }

  /** Without an echo. */
  private String typed(java.io.Console terminal) {
    char[] typed = terminal.readPassword("%s: ", name);
    return typed == null ? "" : new String(typed);
  }

  private void tell(String what, boolean value, String sentence) {
    console.tell(new Fields().with("setting", name).with(what, value), sentence);
  }
}
