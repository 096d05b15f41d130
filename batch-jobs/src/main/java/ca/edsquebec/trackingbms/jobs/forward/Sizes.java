package ca.edsquebec.trackingbms.jobs.forward;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people write it: {@code 64MB}, {@code 2GB}; a MB is a million. */
final class Sizes implements ITypeConverter<Long> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6}) ?(kB|MB|GB)");

  @Override
  public Long convert(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException("'" + text + "' is not a size such as 64MB, 2GB");
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "kB" -> count * 1000;
      case "MB" -> count * 1_000_000;
      default -> count * 1_000_000_000;
    };
  }
}
