package ca.edsquebec.trackingbms.jobs.forward.spool;

/**
 * How far a source that can be read again was read when a block was written: after a kill it goes
 * on right behind that.
 *
 * @param file tells the file from others, its successor under the same name too; 0 for none
 * @param offset in bytes, where the first line begins that is in no block yet
 */
public record Mark(long file, long offset) {

  /** Of a source that says everything once. */
  public static final Mark NONE = new Mark(0, 0);
}
