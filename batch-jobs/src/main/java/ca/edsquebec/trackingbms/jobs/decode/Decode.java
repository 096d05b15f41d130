package ca.edsquebec.trackingbms.jobs.decode;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoding;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.TextFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a connector makes of recorded input. Needs neither settings nor a database. */
@Command(
    name = "decode",
    description = {
      "Shows what a connector makes of recorded input, as JSON Lines.",
      "Lines are recognised one by one: candump log, SLCAN, JSON, the device's own text; input that"
          + " is no text is one answer in raw bytes. A frame that can't be decoded is told with its"
          + " reason and the run goes on; the exit code is 0 when the input was read to its end."
    },
    footer = {
      "",
      "Examples:",
      "  tbms decode --connector foxbms session.candump.log",
      "  candump -L can0 | tbms decode --connector foxbms --setting version=1.10.0 --raw -"
    })
public final class Decode implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--connector",
      required = true,
      paramLabel = "ID",
      description = "What reads the frames, such as foxbms.")
  String connectorId;

  @Option(
      names = "--setting",
      paramLabel = "NAME=VALUE",
      description = "A setting of that connector, @FILE for what is in a file; may be repeated.")
  Map<String, String> given = Map.of();

  @Option(names = "--raw", description = "What the wire said, instead of samples.")
  boolean raw;

  @Option(names = "--each", description = "Each line by itself: one object a line.")
  boolean each;

  @Parameters(paramLabel = "FILE", description = "The recording; - for standard input.")
  String file;

  public Decode(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Connector connector = InstalledConnectors.named(connectorId);
    ConnectorSettings settings = InstalledConnectors.settings(connector, TextFiles.named(given));
    try (InputStream in = open()) {
      new Decoding(connector, settings, raw, each).run(in, console.output());
    } catch (IOException e) {
      throw console.outputFailure().isPresent() ? e : unreadable(e);
    }
    return ExitCode.DONE;
  }

  private InputStream open() throws IOException {
    return file.equals("-") ? console.input() : Files.newInputStream(Path.of(file));
  }

  private IOException unreadable(IOException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "there is no such file"
            : e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    return new IOException("\"%s\" can't be read: %s".formatted(file, reason), e);
  }
}
