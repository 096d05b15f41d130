package ca.edsquebec.trackingbms.jobs;

import ca.edsquebec.trackingbms.jobs.console.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** The program {@code tbms}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Console console =
        new Console(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err));
    // The launcher knows; Java before 22 and after differ in what it takes for a console.
    console.setTerminal(Boolean.getBoolean("tbms.terminal"));
    System.exit(new Application(System.getenv(), console).run(args));
  }
}
