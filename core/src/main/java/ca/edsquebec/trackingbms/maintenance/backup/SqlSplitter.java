package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts SQL that is written to it into statements, as dumps have them: ended by a semicolon that is
 * in no text, name or comment. Comments in front of a statement are left out, those from {@code --}
 * to the end of a line told. Holds one statement at a time. For one thread.
 */
final class SqlSplitter extends OutputStream {

  /** What is told, in the order in which it stands. */
  interface Listener {

    /**
     * @param sql holds the statement, without its semicolon, until the call returns
     */
    void statement(byte[] sql, int length) throws IOException;

    /** A line without its {@code --}, stripped. */
    void comment(String line) throws IOException;
  }

  private enum Within {
    NOTHING,
    TEXT,
    ESCAPE,
    NAME,
    LINE,
    BLOCK
  }

  /** A row of the largest BLOB of the schema (16 MB), in hexadecimal. */
  private static final int MOST = 1 << 26;

  private final Listener listener;
  private byte[] sql = new byte[1 << 16];
  private int length;
  private Within within = Within.NOTHING;
  private byte before;

  SqlSplitter(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void write(int one) throws IOException {
    take((byte) one);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    for (int i = from; i < from + count; i++) {
      take(bytes[i]);
    }
  }

  /**
   * @throws IOException when it ends within a statement
   */
  @Override
  public void close() throws IOException {
    if (within == Within.LINE) {
      endLine();
    }
    if (length > 0 || within != Within.NOTHING) {
      throw new IOException("the SQL ends in the middle of a statement");
    }
  }

  private void take(byte next) throws IOException {
    switch (within) {
      case NOTHING -> plain(next);
      case TEXT -> {
        append(next);
        within = next == '\\' ? Within.ESCAPE : next == '\'' ? Within.NOTHING : Within.TEXT;
      }
      case ESCAPE -> {
        append(next);
        within = Within.TEXT;
      }
      case NAME -> {
        append(next);
        within = next == '`' ? Within.NOTHING : Within.NAME;
      }
      case LINE -> {
        if (next == '\n') {
          endLine();
        } else {
          append(next);
        }
      }
      case BLOCK -> block(next);
    }
  }

  private void plain(byte next) throws IOException {
    if (next == ';') {
      endStatement();
      return;
    }
    if (length == 0 && next <= ' ' && next >= 0) {
      return;
    }
    append(next);
    if (next == '\'') {
      within = Within.TEXT;
    } else if (next == '`') {
      within = Within.NAME;
    } else if (next == '*' && before(2) == '/') {
      within = Within.BLOCK;
      before = 0;
    } else if (length == 2 && next == '-' && sql[0] == '-') {
      within = Within.LINE;
      length = 0;
    }
  }

  private void block(byte next) throws IOException {
    append(next);
    boolean ends = next == '/' && before == '*';
    before = next;
    if (ends) {
      within = Within.NOTHING;
      if (sql[0] == '/' && sql[1] == '*') {
        length = 0;
      }
    }
  }

  private byte before(int back) {
    return length >= back ? sql[length - back] : 0;
  }

  private void endLine() throws IOException {
    String line = new String(sql, 0, length, StandardCharsets.UTF_8).strip();
    length = 0;
    within = Within.NOTHING;
    listener.comment(line);
  }

  private void endStatement() throws IOException {
    int whole = length;
    length = 0;
    if (whole > 0) {
      listener.statement(sql, whole);
    }
  }

  private void append(byte next) throws IOException {
    if (length == sql.length) {
      if (length >= MOST) {
        throw new IOException("a statement of the SQL is longer than " + MOST + " bytes");
      }
      sql = Arrays.copyOf(sql, length * 2);
    }
    sql[length++] = next;
  }
}
