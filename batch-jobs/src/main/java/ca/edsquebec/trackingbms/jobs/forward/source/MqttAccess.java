package ca.edsquebec.trackingbms.jobs.forward.source;

import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/**
 * How we come in at a broker.
 *
 * @param authorities makes sockets that trust whoever a file names; empty for whom Java trusts
 */
public record MqttAccess(
    Optional<String> user, Optional<String> password, Optional<SSLSocketFactory> authorities) {

  private static final int KEEP_ALIVE_SECONDS = 30;

  MqttConnectOptions options(long patienceMillis) {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    options.setConnectionTimeout((int) (patienceMillis / 1000));
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setHttpsHostnameVerificationEnabled(true);
    user.ifPresent(options::setUserName);
    password.map(String::toCharArray).ifPresent(options::setPassword);
    return options;
  }

  /** As above, for a broker that is spoken to over TLS. */
  MqttConnectOptions encrypted(long patienceMillis) {
    MqttConnectOptions options = options(patienceMillis);
    authorities.ifPresent(options::setSocketFactory);
    return options;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MqttAccess[user=%s]".formatted(user.orElse(""));
  }
}
