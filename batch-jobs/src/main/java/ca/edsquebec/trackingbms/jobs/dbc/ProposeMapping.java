package ca.edsquebec.trackingbms.jobs.dbc;

import ca.edsquebec.trackingbms.connector.dbc.DbcMapping;
import ca.edsquebec.trackingbms.connector.dbc.DbcProposals;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what is in a CAN database, in the form in which its meanings are written. */
@Command(
    name = "propose",
    description = {
      "Lists the signals of a .dbc file, each with what it seems to mean.",
      "The list is a beginning: check it against the maker's description, take the # from what you"
          + " want, and give it to tbms dbc lines. Meanings: a metric such as packVoltage, current"
          + " or soc; cell/0, temperature/0, balancing/0; charge-allowed, discharge-allowed;"
          + " alarm/cell-overvoltage/critical; +name for any other number; ! before it turns the"
          + " sign, for a device whose current is positive when discharging."
    },
    footer = {
      "",
      "Example:",
      "  tbms dbc propose pack.dbc > pack.map",
    })
public final class ProposeMapping implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The CAN database.")
  String file;

  public ProposeMapping(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Dbc dbc = MappingFile.database(file);
    Map<String, String> proposed = DbcProposals.of(dbc);
    PrintWriter out = console.text();
    for (Message message : dbc.messages()) {
      out.printf("# %s: %d bytes%n", message.name(), message.length());
      for (Signal signal : message.signals()) {
        String key = DbcMapping.key(message, signal);
        String meaning = proposed.get(key);
        String unit = signal.unit().isBlank() ? "" : "  # " + signal.unit();
        out.printf("%s%s = %s%s%n", meaning == null ? "# " : "", key, orNothing(meaning), unit);
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static String orNothing(String meaning) {
    return meaning == null ? "-" : meaning;
  }
}
