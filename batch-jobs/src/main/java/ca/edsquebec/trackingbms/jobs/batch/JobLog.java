package ca.edsquebec.trackingbms.jobs.batch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What is logged while a job runs also goes to {@code logs/<job>.log} in the installation's home,
 * in more detail: 1 MB, and four older ones, compressed.
 */
final class JobLog implements AutoCloseable {

  private static final String OURS = "ca.edsquebec.trackingbms";
  private static final List<String> LOGGERS = List.of(Logger.ROOT_LOGGER_NAME, "org.jberet");
  private static final int OLDER = 4;
  private static final long MEGABYTE = 1024L * 1024;

  private final LoggerContext context;
  private final RollingFileAppender<ILoggingEvent> appender;
  private final Level before;

  private JobLog(LoggerContext context, Path file) {
    this.context = context;
    this.appender = appender(file);
    this.before = context.getLogger(OURS).getLevel();
    context.getLogger(OURS).setLevel(Level.INFO);
    LOGGERS.forEach(name -> context.getLogger(name).addAppender(appender));
  }

  static JobLog of(Path home, String job) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Path folder = home.resolve("logs");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      LoggerFactory.getLogger(JobLog.class).warn("no log file of {}: {}", job, e.toString());
    }
    return new JobLog(context, folder.resolve(job + ".log"));
  }

  private RollingFileAppender<ILoggingEvent> appender(Path file) {
    RollingFileAppender<ILoggingEvent> made = new RollingFileAppender<>();
    made.setContext(context);
    made.setFile(file.toString());
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(
        "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}"
            + " %replace(%msg){'[\\p{C}\\p{Zl}\\p{Zp}]+', ' / '}%n%ex");
    encoder.start();
    made.setEncoder(encoder);
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(made);
    rolling.setMaxIndex(OLDER);
    rolling.setFileNamePattern(file + ".%i.gz");
    rolling.start();
    made.setRollingPolicy(rolling);
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(MEGABYTE));
    size.start();
    made.setTriggeringPolicy(size);
    made.start();
    return made;
  }

  @Override
  public void close() {
    LOGGERS.forEach(name -> context.getLogger(name).detachAppender(appender));
    context.getLogger(OURS).setLevel(before);
    appender.stop();
  }
}
