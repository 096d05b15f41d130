package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads the values of an INSERT as dumps write them, {@code INSERT INTO `t` (`a`, `b`) VALUES
 * (1,'x'),(0x00ff,NULL)}, and adds each row to its table's sum. For one thread.
 */
final class InsertReader {

  private static final byte[] BEGINNING = "INSERT INTO `".getBytes(StandardCharsets.US_ASCII);

  private final Map<String, RowSum> sums;
  private byte[] sql = {};
  private int end;
  private int at;
  private byte[] value = new byte[1 << 12];
  private int length;

  InsertReader(Map<String, RowSum> sums) {
    this.sums = sums;
  }

  static boolean isInsert(byte[] sql, int length) {
    return SqlText.startsWith(sql, length, BEGINNING);
  }

  /**
   * @throws IOException when it is written in another way
   */
  void read(byte[] statement, int size) throws IOException {
    sql = statement;
    end = size;
    at = BEGINNING.length;
    RowSum sum = sums.computeIfAbsent(name(), table -> new RowSum());
    while (peek() != 'V') {
      at++;
    }
    at += "VALUES".length();
    row(sum);
    for (blanks(); at < end; blanks()) {
      expect(',');
      row(sum);
    }
  }

  private String name() throws IOException {
    int from = at;
    while (peek() != '`') {
      at++;
    }
    String name = new String(sql, from, at - from, StandardCharsets.UTF_8);
    at++;
    columns();
    return name;
  }

  private void columns() throws IOException {
    blanks();
    if (peek() == '(') {
      while (peek() != ')') {
        if (sql[at] == '`') {
          at++;
          while (peek() != '`') {
            at++;
          }
        }
        at++;
      }
      at++;
    }
  }

  private void row(RowSum sum) throws IOException {
    blanks();
    expect('(');
    do {
      value(sum);
      blanks();
    } while (peek() == ',' && at++ >= 0);
    expect(')');
    sum.end();
  }

  private void value(RowSum sum) throws IOException {
    blanks();
    if (peek() == '_') {
      while (peek() != '\'') {
        at++;
      }
    }
    if (peek() == '\'') {
      text();
      sum.value(value, 0, length);
    } else if (peek() == '0' && at + 1 < end && sql[at + 1] == 'x') {
      at += 2;
      hexadecimal();
      sum.value(value, 0, length);
    } else {
      bare(sum);
    }
  }

  private void bare(RowSum sum) throws IOException {
    int from = at;
    while (peek() != ',' && peek() != ')' && peek() > ' ') {
      at++;
    }
    if (at - from == 4 && sql[from] == 'N') {
      sum.nothing();
    } else if (at > from) {
      sum.value(sql, from, at - from);
    } else {
      throw strange();
    }
  }

  private void text() throws IOException {
    at++;
    length = 0;
    while (true) {
      byte next = peek();
      at++;
      if (next == '\\') {
        add(SqlText.unescaped(peek()));
        at++;
      } else if (next != '\'') {
        add(next);
      } else if (at < end && sql[at] == '\'') {
        add(next);
        at++;
      } else {
        return;
      }
    }
  }

  private void hexadecimal() throws IOException {
    length = 0;
    while (SqlText.digit(peek()) >= 0) {
      int high = SqlText.digit(sql[at++]);
      int low = SqlText.digit(peek());
      if (low < 0) {
        throw strange();
      }
      add((byte) (high << 4 | low));
      at++;
    }
  }

  private void add(byte one) {
    if (length == value.length) {
      value = java.util.Arrays.copyOf(value, length * 2);
    }
    value[length++] = one;
  }

  private byte peek() throws IOException {
    if (at >= end) {
      throw strange();
    }
    return sql[at];
  }

  private void blanks() {
    while (at < end && sql[at] >= 0 && sql[at] <= ' ') {
      at++;
    }
  }

  private void expect(char wanted) throws IOException {
    if (peek() != wanted) {
      throw strange();
    }
    at++;
  }

  private IOException strange() {
    return new IOException("an INSERT is not written as dumps do, at its byte " + at);
  }
}
