package ca.edsquebec.trackingbms.web.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Sign-ins a second with the cost of hashing that passwords are stored with, from one connection
 * and from more than are hashed at once: those wait, and take no memory meanwhile.
 */
final class SignInMode implements Mode {

  private static final int WARM_UP = 20;
  private static final int SIGN_INS = 100;

  /** As many as may be under way for one account; beyond that they are taken for guesses. */
  private static final int[] CONNECTIONS = {1, 2, 8};

  @Override
  public String name() {
    return "signin";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    byte[] request = Requests.login("anne@bench.example", bench.account("anne@bench.example"));
    perSecond(bench, request, 2, WARM_UP);
    for (int connections : CONNECTIONS) {
      List<Double> rounds = new ArrayList<>();
      for (int round = 0; round < bench.rounds(); round++) {
        rounds.add(perSecond(bench, request, connections, SIGN_INS));
      }
      String what = "sign-ins, " + connections + " at once";
      bench.ledger().goal(Goal.figure(name(), what, "1/s", rounds, Optional.empty()));
      System.out.printf("after %s: %s%n", what, bench.portalMemory());
    }
  }

  private static double perSecond(Bench bench, byte[] request, int connections, int count)
      throws IOException {
    try (LoadClient load = new LoadClient(bench.portal(), connections)) {
      long begun = System.nanoTime();
      load.send(Collections.nCopies(count, request));
      return count / ((System.nanoTime() - begun) / 1e9);
    }
  }
}
