package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what stands in SQL, whoever wrote it: tables, their rows, the rows' checksums. */
final class SqlTallies implements SqlSplitter.Listener {

  static final byte[] CREATE = "CREATE TABLE `".getBytes(StandardCharsets.US_ASCII);

  private final Map<String, RowSum> sums = new LinkedHashMap<>();
  private final Set<String> created = new LinkedHashSet<>();
  private final InsertReader inserts = new InsertReader(sums);

  @Override
  public void statement(byte[] sql, int length) throws IOException {
    if (InsertReader.isInsert(sql, length)) {
      inserts.read(sql, length);
    } else if (SqlText.startsWith(sql, length, CREATE)) {
      String rest = new String(sql, CREATE.length, length - CREATE.length, StandardCharsets.UTF_8);
      created.add(rest.substring(0, Math.max(0, rest.indexOf('`'))));
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

  /** Of all tables that the SQL makes. */
  Set<String> created() {
    return Set.copyOf(created);
  }

  /** Of all tables that have rows in the SQL. */
  List<String> tables() {
    return List.copyOf(sums.keySet());
  }
}
