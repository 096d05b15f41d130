package ca.edsquebec.trackingbms.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {

  private static final List<String> CLIENTS = List.of("acme", "boreal", "cite", "dorval");

  @Test
  void beginsWithAll() {
    assertThat(Checkpoint.BEGINNING.rest(CLIENTS)).isEqualTo(CLIENTS);
  }

  @Test
  void triesWhatFailedBeforeWhatWasNotReached() {
    Checkpoint checkpoint = new Checkpoint("cite", new ArrayList<>(List.of("boreal")));
    assertThat(checkpoint.rest(CLIENTS)).containsExactly("boreal", "dorval");
  }

  @Test
  void forgetsAClientThatIsGoneAndFindsOneThatIsNew() {
    Checkpoint checkpoint = new Checkpoint("cite", new ArrayList<>(List.of("acme")));
    assertThat(checkpoint.rest(List.of("boreal", "cite", "cyan"))).containsExactly("cyan");
  }

  @Test
  void everyClientIsInOneShare() {
    for (String client : CLIENTS) {
      int shares = 0;
      for (int share = 0; share < ClientPartitions.USUAL; share++) {
        shares += ClientPartitions.isIn(client, share, ClientPartitions.USUAL) ? 1 : 0;
      }
      assertThat(shares).isEqualTo(1);
    }
  }
}
