package ca.edsquebec.trackingbms.jobs.forward.source;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.client.mqttv3.MqttException;

/** Why a broker is not heard, in a sentence that says what to do. */
final class BrokerFault {

  private BrokerFault() {}

  /** Of a connection that stood. */
  static String ofLost(Throwable e) {
    return cause(e, SSLException.class) == null ? plain(e) : encryption(e);
  }

  /** Of one that does not come to stand. */
  static String sentence(MqttException e, MqttAddress address) {
    return switch (e.getReasonCode()) {
      case MqttException.REASON_CODE_FAILED_AUTHENTICATION,
          MqttException.REASON_CODE_NOT_AUTHORIZED ->
          "the broker lets nobody in by this name and password, not authorized:"
              + " see TBMS_MQTT_USER and TBMS_MQTT_PASSWORD";
      case MqttException.REASON_CODE_SUBSCRIBE_FAILED ->
          "the broker does not let us hear that topic";
      default -> ofLost(e) + hint(e, address);
    };
  }

  /** Where two meet of whom one speaks TLS, one of them hangs up. */
  private static String hint(Throwable e, MqttAddress address) {
    boolean hungUp =
        (cause(e, EOFException.class) != null && cause(e, SSLException.class) == null)
            || (cause(e, SocketException.class) != null
                && cause(e, ConnectException.class) == null);
    if (!hungUp) {
      return "";
    }
    return address.encrypted()
        ? " (if it does not speak TLS at that port, mqtt:// is right)"
        : " (if it speaks TLS at that port, mqtts:// is right)";
  }

  private static String encryption(Throwable e) {
    if (cause(e, CertificateExpiredException.class) != null) {
      return "the broker's certificate has expired, or this machine's clock is wrong: " + last(e);
    }
    if (cause(e, CertPathBuilderException.class) != null
        || cause(e, CertPathValidatorException.class) != null) {
      return "nobody that is trusted here vouches for the broker's certificate:"
          + " name the file of its authority by --mqtt-ca-file";
    }
    if (cause(e, CertificateException.class) != null) {
      return "the broker's certificate is not one for this host: " + last(e);
    }
    return "the broker does not speak TLS as we do, or not at that port: " + last(e);
  }

  private static String plain(Throwable e) {
    return e.getCause() == null ? words(e) : words(e) + ": " + words(e.getCause());
  }

  private static String words(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String last(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return words(last);
  }

  private static Throwable cause(Throwable e, Class<? extends Throwable> wanted) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (wanted.isInstance(at)) {
        return at;
      }
    }
    return null;
  }
}
