package ca.edsquebec.trackingbms.maintenance.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlReadingTest {

  private final List<String> told = new ArrayList<>();

  @Test
  void cutsStatementsWhereTheyEnd() throws IOException {
    split(
        """
        /*!999999\\- enable the sandbox; mode */\s
        /*!40101 SET x = ';' */;
        CREATE TABLE `a;'b` (c INT COMMENT 'it''s; \\'', d INT /* ; ' */);
        -- tbms-manifest {"a": "it's"}
        INSERT INTO `t` VALUES (';\\\\',--1);\
        """);
    assertThat(told)
        .containsExactly(
            "CREATE TABLE `a;'b` (c INT COMMENT 'it''s; \\'', d INT /* ; ' */)",
            "#tbms-manifest {\"a\": \"it's\"}",
            "INSERT INTO `t` VALUES (';\\\\',--1)");
  }

  @Test
  void noticesThatTheEndIsMissing() {
    for (String cut : List.of("INSERT INTO `t` VALUES (1)", "CREATE 'x", "`", "/* x")) {
      assertThatThrownBy(() -> split(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void readsWhatEitherProgramWrites() throws IOException {
    String ours = "INSERT INTO `t` (`a`, `b`) VALUES\n(1,'x\\0\\n\\'é'),(-2.5,NULL),(0x00FF,'')";
    String theirs =
        "INSERT INTO `t` (`a`,`b`) VALUES (1, _utf8mb4 'x\\0\\n''é'),\n(-2.5,NULL),\n(0x00ff,'');";
    assertThat(tally(theirs.replace(";", ""))).isEqualTo(tally(ours));
    assertThat(tally(ours).rows()).isEqualTo(3);
  }

  @Test
  void tellsRowsApartWhateverTheirOrder() throws IOException {
    TableTally one = tally("INSERT INTO `t` VALUES (1,'a'),(2,'b')");
    assertThat(tally("INSERT INTO `t` VALUES (2,'b'),(1,'a')")).isEqualTo(one);
    for (String other :
        List.of("(1,'b'),(2,'a')", "(1,'a')", "(1,'a'),(2,'b'),(2,'b')", "(1,'a'),(2,NULL)")) {
      assertThat(tally("INSERT INTO `t` VALUES " + other)).isNotEqualTo(one);
    }
    assertThat(tally("INSERT INTO `t` VALUES ('')"))
        .isNotEqualTo(tally("INSERT INTO `t` VALUES (NULL)"));
  }

  @Test
  void refusesAnInsertThatNoDumpWrites() {
    for (String sql :
        List.of(
            "INSERT INTO `t` VALUES (1",
            "INSERT INTO `t` VALUES (1) x",
            "INSERT INTO `t` VALUES (0xF)",
            "INSERT INTO `t` VALUES (,)",
            "INSERT INTO `t` SELECT 1")) {
      assertThatThrownBy(() -> tally(sql)).as(sql).isInstanceOf(IOException.class);
    }
  }

  @Test
  void writesValuesThatReadTheSame() throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    SqlText.writeText(text, all);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SqlText.writeBytes(bytes, all);
    assertThat(tally(insert(text))).isEqualTo(tally(insert(bytes)));
  }

  private static byte[] insert(ByteArrayOutputStream value) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes("INSERT INTO `t` VALUES (".getBytes(StandardCharsets.UTF_8));
    all.writeBytes(value.toByteArray());
    all.write(')');
    return all.toByteArray();
  }

  private static TableTally tally(String sql) throws IOException {
    return tally(sql.getBytes(StandardCharsets.UTF_8));
  }

  private static TableTally tally(byte[] sql) throws IOException {
    SqlTallies tallies = new SqlTallies();
    tallies.statement(sql, sql.length);
    return tallies.of(List.of("t")).get(0);
  }

  private void split(String sql) throws IOException {
    try (SqlSplitter splitter =
        new SqlSplitter(
            new SqlSplitter.Listener() {
              @Override
              public void statement(byte[] statement, int length) {
                told.add(new String(statement, 0, length, StandardCharsets.UTF_8));
              }

              @Override
              public void comment(String line) {
                told.add("#" + line);
              }
            })) {
      splitter.write(sql.getBytes(StandardCharsets.UTF_8));
    }
  }
}
