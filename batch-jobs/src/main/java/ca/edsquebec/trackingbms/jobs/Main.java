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
    console.setTerminal(System.console() != null);
    System.exit(new Application(System.getenv(), console).run(args));
  }
}
