package ca.edsquebec.trackingbms.jobs.dbc;

import ca.edsquebec.trackingbms.connector.dbc.DbcMapping;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the setting by which a battery's frames are read. */
@Command(
    name = "lines",
    description = "Writes the setting signals of connector dbc, from a .dbc file and its meanings.",
    footer = {
      "",
      "Example:",
      "  tbms dbc lines pack.dbc pack.map > pack.signals",
      "  tbms decode --connector dbc --setting signals=@pack.signals session.candump.log",
      "  tbms battery add --client laval --code LAV-07 --connector dbc"
          + " --setting signals=@pack.signals"
    })
public final class WriteLines implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE", description = "The CAN database.")
  String file;

  @Parameters(
      index = "1",
      paramLabel = "MEANINGS",
      description = "Lines Message.Signal = meaning, as tbms dbc propose writes them.")
  String meanings;

  public WriteLines(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      console
          .text()
          .print(DbcMapping.lines(MappingFile.database(file), MappingFile.meanings(meanings)));
    } catch (IllegalArgumentException e) {
      throw new InvalidException("file", meanings + ": " + e.getMessage());
    }
    console.text().flush();
    return ExitCode.DONE;
  }
}
