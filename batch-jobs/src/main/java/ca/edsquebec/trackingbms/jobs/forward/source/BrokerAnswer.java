package ca.edsquebec.trackingbms.jobs.forward.source;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttException;

/**
 * What a broker says to a request. To be waited for here: the client library's own waiting swallows
 * interruptions, and whoever is stopped meanwhile would go on for ever.
 */
final class BrokerAnswer implements IMqttActionListener {

  /** In place of a granted quality: it is not allowed. */
  private static final int REFUSED = 0x80;

  private final CompletableFuture<IMqttToken> answer = new CompletableFuture<>();

  @Override
  public void onSuccess(IMqttToken token) {
    answer.complete(token);
  }

  @Override
  public void onFailure(IMqttToken token, Throwable e) {
    answer.completeExceptionally(e);
  }

  /**
   * @throws MqttException when it says no, or nothing for so long
   */
  void await(long millis) throws MqttException, InterruptedException {
    try {
      int[] granted = answer.get(millis, TimeUnit.MILLISECONDS).getGrantedQos();
      if (granted != null && granted.length > 0 && granted[0] == REFUSED) {
        throw new MqttException(MqttException.REASON_CODE_SUBSCRIBE_FAILED);
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof MqttException why ? why : new MqttException(e.getCause());
    } catch (TimeoutException e) {
      throw new MqttException(MqttException.REASON_CODE_CLIENT_TIMEOUT, e);
    }
  }
}
