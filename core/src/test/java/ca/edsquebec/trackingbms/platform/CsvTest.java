package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+33 1 23",
        "-cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "'quoted",
        "-1+2",
        "--5",
        "=\"a\"",
        "-"
      })
  void startsNoFormulaAndLosesNothing(String text) {
    String cell = unquoted(Csv.cell(text));
    assertThat(cell).startsWith("'");
    assertThat(Csv.plain(cell)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-74.2", "+5", "-1,5", "1e-9", "-3E-7", "0", "2026-11-22T10:00:00Z", "LAV"})
  void leavesNumbersAndPlainTextAlone(String text) {
    assertThat(unquoted(Csv.cell(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"S;=cmd|'/C calc'!A0;x", "a; -1", "x;'y", "a;;+1", "a\t=1", "b;\n@SUM(A1)"})
  void startsNoFormulaWhereASpreadsheetCutsAtSemicolons(String text) {
    String cell = unquoted(Csv.cell(text));
    assertThat(cell).doesNotContainPattern("[;\t]\\s*[=+\\-@]");
    assertThat(Csv.plain(cell)).isEqualTo(text);
  }

  @Test
  void writesRowsAsRfc4180WithAByteOrderMark() {
    StringWriter out = new StringWriter();
    Csv csv = new Csv(out);
    csv.row(Arrays.asList("nom", null, "a\"b", "x,y", "1\n2"));
    csv.row(Arrays.asList(null, -1.5, true));
    assertThat(out.toString())
        .isEqualTo("\uFEFFnom,,\"a\"\"b\",\"x,y\",\"1\n2\"\r\n,-1.5,true\r\n");
  }

  private static String unquoted(String cell) {
    return cell.startsWith("\"")
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }
}
