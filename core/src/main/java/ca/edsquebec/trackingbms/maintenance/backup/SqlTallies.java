package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what stands in SQL, whoever wrote it: tables, their rows, the rows' checksums. */
final class SqlTallies implements SqlSplitter.Listener {

  private final Map<String, RowSum> sums = new LinkedHashMap<>();
  private final InsertReader inserts = new InsertReader(sums);

  @Override
  public void statement(byte[] sql, int length) throws IOException {
    if (InsertReader.isInsert(sql, length)) {
      inserts.read(sql, length);
    }
  }

  @Override
  public void comment(String line) {
    // Says nothing about rows.
  }

  /** One a table asked for; none has no rows. */
  List<TableTally> of(List<String> tables) {
    return tables.stream()
        .map(table -> sums.getOrDefault(table, new RowSum()).tally(table))
        .toList();
  }

  /** Of all tables that have rows in the SQL. */
  List<String> tables() {
    return List.copyOf(sums.keySet());
  }
}
