package ca.edsquebec.trackingbms.connector.thingset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void doesNotFollowADeviceThatNestsWithoutEnd() throws JsonProcessingException {
    assertThat(Json.read("[".repeat(12) + "]".repeat(12))).isNotNull();
    assertThatThrownBy(() -> Json.read("[".repeat(500) + "]".repeat(500)))
        .isInstanceOf(JsonProcessingException.class);
  }
}
