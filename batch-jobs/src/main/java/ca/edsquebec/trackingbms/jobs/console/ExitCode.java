package ca.edsquebec.trackingbms.jobs.console;

/** What {@code tbms} ends with. */
public final class ExitCode {

  public static final int DONE = 0;
  public static final int FAILED = 1;

  /** What was asked for can't be, whatever the state of the installation. */
  public static final int USAGE = 2;

  /** Not all was done, since nobody wants the rest. */
  public static final int STOPPED = 3;

  /** Another run holds the lease: it does the work, or this one may later. */
  public static final int BUSY = 75;

  private ExitCode() {}
}
