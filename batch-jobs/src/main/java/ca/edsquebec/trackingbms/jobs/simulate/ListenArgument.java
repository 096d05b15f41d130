package ca.edsquebec.trackingbms.jobs.simulate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where devices listen: {@code 4001} on loopback, {@code 0.0.0.0:4001}, {@code [::1]:4001}.
 *
 * @param host empty for loopback
 * @param port of the first device, from 1 on
 */
record ListenArgument(String host, int port) {

  private static final int MAX_PORT = 65_535;
  private static final Pattern FORM =
      Pattern.compile("(?:(?:\\[([0-9A-Fa-f:.]+)\\]|([A-Za-z0-9.-]+)):)?(\\d{1,5})");

  /** Of the device of that number, from 0. */
  InetSocketAddress of(int device) {
    return host.isEmpty()
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port + device)
        : new InetSocketAddress(host, port + device);
  }

  /** Whether so many devices have a port each. */
  boolean hasPortsFor(int devices) {
    return port + devices - 1 <= MAX_PORT;
  }

  static final class Converter implements ITypeConverter<ListenArgument> {

    @Override
    public ListenArgument convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches() || port(form) < 1 || port(form) > MAX_PORT) {
        throw new TypeConversionException(
            "'" + text + "' is not a port such as 4001 or 0.0.0.0:4001");
      }
      String host = form.group(1) == null ? form.group(2) : form.group(1);
      return new ListenArgument(host == null ? "" : host, port(form));
    }

    private static int port(Matcher form) {
      return Integer.parseInt(form.group(3));
    }
  }
}
