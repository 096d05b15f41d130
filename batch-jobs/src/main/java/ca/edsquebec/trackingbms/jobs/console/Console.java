package ca.edsquebec.trackingbms.jobs.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where a command reads and writes, in UTF-8 whatever the locale. Output is for people, or with
 * {@code --json} one object a line; errors are sentences on the other stream.
 */
public final class Console {

  private final InputStream in;
  private final Output out;
  private final PrintWriter text;
  private final PrintWriter errors;
  private boolean json;
  private boolean verbose;
  private boolean terminal;

  public Console(InputStream in, OutputStream out, OutputStream errors) {
    this.in = in;
    this.out = new Output(out);
    this.text = writer(this.out);
    this.errors = writer(errors);
  }

  public void setJson(boolean wanted) {
    json = wanted;
  }

  public void setVerbose(boolean wanted) {
    verbose = wanted;
  }

  /** Whether somebody watches; nobody does under cron. */
  public void setTerminal(boolean watched) {
    terminal = watched;
  }

  public boolean isTerminal() {
    return terminal;
  }

  /** Shows people how far something is, in place of what this showed last; only on a terminal. */
  public void progress(String line) {
    if (terminal && !json) {
      errors.print("\r\u001b[K" + line);
      errors.flush();
    }
  }

  /** Tells one thing to programs only, as JSON. */
  public synchronized void tellPrograms(Fields fields) {
    if (json) {
      tell(fields);
    }
  }

  /** As {@link #tell}; people only hear of it when they watch. */
  public void tellWatcher(Fields fields, String sentence) {
    if (json || terminal) {
      tell(fields, sentence);
    }
  }

  public InputStream input() {
    return in;
  }

  /** For bytes; not to be mixed with text. */
  public OutputStream output() {
    return out;
  }

  public PrintWriter text() {
    return text;
  }

  public PrintWriter errors() {
    return errors;
  }

  /** Tells one thing: its fields as JSON, or the sentences to people. At once. */
  public void tell(Fields fields, String... sentences) {
    if (json) {
      text.println(asJson(fields));
    } else {
      List.of(sentences).forEach(text::println);
    }
    text.flush();
  }

  /** As JSON with all fields, for people a table of some. */
  public void list(List<Fields> items, String... columns) {
    if (json) {
      items.forEach(item -> text.println(asJson(item)));
    } else {
      Table.lines(items, columns).forEach(text::println);
    }
    text.flush();
  }

  /** Says something to people beside the output; silent with {@code --json}. */
  public void note(String sentence) {
    if (!json) {
      errors.println(sentence);
      errors.flush();
    }
  }

  public void error(String sentence) {
    errors.println("tbms: " + sentence);
    errors.flush();
  }

  /**
   * Tells what failed, unless it did because nobody reads the output any more.
   *
   * @return the exit code
   */
  public int failed(Failure failure) {
    if (outputFailure().isPresent()) {
      return failure.exitCode();
    }
    error(failure.sentence());
    if (verbose) {
      errors.println(failure.trace());
      errors.flush();
    }
    return failure.exitCode();
  }

  /** Why the output could not be written; empty when all of it was. */
  public Optional<IOException> outputFailure() {
    text.flush();
    return out.failure();
  }

  /**
   * @param exitCode of the command
   * @return what to exit with, since what was not shown was not done
   */
  public int end(int exitCode) {
    return outputFailure().map(this::unwritten).orElse(exitCode);
  }

  private int unwritten(IOException cause) {
    if (Output.isReaderGone(cause)) {
      return ExitCode.STOPPED;
    }
    error("the output can't be written: " + cause.getMessage());
    return ExitCode.FAILED;
  }

  private static String asJson(Fields fields) {
    try {
      return new JsonMapper().writeValueAsString(fields.values());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("fields that JSON can't hold: " + fields.values(), e);
    }
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }
}
