package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.io.OutputStream;

/** A way to write a database as SQL, all of it as of one moment. */
interface Dump {

  /** The program that writes; see {@link Manifest#way}. */
  String way();

  /**
   * @param sql takes a CREATE TABLE a table, and INSERTs with the names of their columns
   * @throws IOException when it can't be written
   */
  void write(OutputStream sql) throws IOException;
}
