package ca.edsquebec.trackingbms.identity;

/** How far a sign-in got with the right password. */
public sealed interface SignInStep permits SignedIn, FactorAsked {}
