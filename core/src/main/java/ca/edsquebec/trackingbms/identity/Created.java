package ca.edsquebec.trackingbms.identity;

import java.util.Optional;

/**
 * A person who now belongs to a client.
 *
 * @param password generated, to be shown once; empty when the person had an account already
 */
public record Created(Member member, Optional<String> password) {

  @Override
  public String toString() {
    return "Created[" + member + "]";
  }
}
