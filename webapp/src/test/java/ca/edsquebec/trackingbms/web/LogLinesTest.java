package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** The real configurations of the log: what is foreign forges no line and steers no terminal. */
class LogLinesTest {

  private static final String WAR = "webapp/src/main/resources/logback.xml";
  private static final String TBMS = "batch-jobs/src/main/resources/logback.xml";
  private static final String FORGED = "2026-11-22T10:00:00.000Z WARN  Ingest all is well";
  private static final List<String> BREAKS =
      List.of("\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "\n\t");

  @ParameterizedTest
  @ValueSource(strings = {WAR, TBMS})
  void messageStaysOnOneLine(String file) throws JoranException {
    for (String end : BREAKS) {
      String said = logged(file, log -> log.warn("unknown battery \"{}\"", "x" + end + FORGED));
      assertThat(said.split("\\R|\\v", -1)).as(escaped(said)).hasSize(2).endsWith("");
      assertThat(said).contains("all is well");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WAR, TBMS})
  void messageSteersNoTerminalAndTurnsNoTextAround(String file) throws JoranException {
    String hostile = "\u001b[2J\u001b[31mred\u0007\b\u0000\u009b1m\u202Eabc\u2066\u200Bz";
    String said = logged(file, log -> log.error("odd name {}", hostile));
    assertThat(said.strip().codePoints().filter(c -> !isPlain(c)).count())
        .as(escaped(said))
        .isZero();
    assertThat(said).contains("[31mred", "abc");
  }

  @Test
  void exceptionKeepsItsTraceButForgesNoLine() throws JoranException {
    for (String end : BREAKS) {
      Exception cause = new IllegalArgumentException("inner" + end + FORGED + "\u001b[31m");
      Exception fault = new IllegalStateException("outer" + end + FORGED, cause);
      String said = logged(WAR, log -> log.error("broken", fault));
      assertThat(said.lines().skip(1))
          .as(escaped(said))
          .allMatch(
              line ->
                  line.startsWith("\tat ")
                      || line.startsWith("\t... ")
                      || line.startsWith("Wrapped by: java.lang.IllegalStateException: outer")
                      || line.startsWith("java.lang.IllegalArgumentException: inner"))
          .anyMatch(line -> line.startsWith("\tat ca.edsquebec.trackingbms.web.LogLinesTest"));
      assertThat(said).doesNotContain("\u001b", "\u2028", "\u2029", "\u0085");
    }
  }

  private static boolean isPlain(int c) {
    return c == '\n'
        || !(Character.isISOControl(c)
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.LINE_SEPARATOR);
  }

  private static String escaped(String text) {
    return text.replace("\u001b", "ESC").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String logged(String file, java.util.function.Consumer<Logger> work)
      throws JoranException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream kept = new PrintStream(said, true, StandardCharsets.UTF_8);
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      System.setOut(kept);
      System.setErr(kept);
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      Path path = TestDatabase.projectRoot().resolve(file);
      configurator.doConfigure(path.toFile());
      work.accept(context.getLogger("ca.edsquebec.trackingbms.Some"));
    } finally {
      context.stop();
      System.setOut(out);
      System.setErr(err);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
