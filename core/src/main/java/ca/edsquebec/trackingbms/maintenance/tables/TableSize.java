package ca.edsquebec.trackingbms.maintenance.tables;

/**
 * What a table takes, as the server estimates it.
 *
 * @param freeBytes within its file, of what was deleted; only a rebuild gives it back to the disk
 */
record TableSize(String name, long rows, long dataBytes, long indexBytes, long freeBytes) {

  long usedBytes() {
    return dataBytes + indexBytes;
  }
}
