package ca.edsquebec.trackingbms.identity;

/**
 * The password was right, and the account has a second factor.
 *
 * @param challenge for {@link SignIn#finish}, good for ten minutes; secret
 */
public record FactorAsked(String challenge) implements SignInStep {

  @Override
  public String toString() {
    return "FactorAsked[]";
  }
}
