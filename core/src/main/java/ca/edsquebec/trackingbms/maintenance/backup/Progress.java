package ca.edsquebec.trackingbms.maintenance.backup;

/** Hears how far something that takes long has come. */
@FunctionalInterface
public interface Progress {

  Progress SILENT = bytes -> {};

  /**
   * @param bytes of SQL so far; told now and then, from the thread that works
   */
  void at(long bytes);
}
