package ca.edsquebec.trackingbms.jobs.key;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.secret.KeyRotation;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.LeaseKeeper;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replaces the keys while the portal goes on. */
@Command(
    name = "rotate",
    description = {
      "Replaces the keys that protect secrets and encrypts all of them anew; the portal goes on.",
      "It takes some six minutes at least. May be ended and repeated: it goes on where it stood."
    },
    footer = {"", "Example:", "  tbms keys rotate"})
public final class RotateKeys implements Callable<Integer> {

  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Installation installation;
  private final Console console;
  private final Clock clock;

  @Option(
      names = "--master",
      description = {
        "Only wraps the keys by TBMS_MASTER_KEY, which TBMS_MASTER_KEY_PREVIOUS wrapped.",
        "The portal must know both already."
      })
  boolean master;

  public RotateKeys(Installation installation, Console console, Clock clock) {
    this.installation = installation;
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    KeyRotation rotation = installation.keyRotation();
    try (Lease lease =
            installation
                .lease("keys", LEASE)
                .orElseThrow(() -> new BusyException("another program replaces the keys now"));
        LeaseKeeper keeper = new LeaseKeeper(lease)) {
      return master ? rewrap(rotation) : rotate(rotation, keeper);
    }
  }

  private int rewrap(KeyRotation rotation) {
    int keys = rotation.rewrap();
    installation.record(Change.of(Action.KEYS_ROTATED, "keys:master"));
    console.tell(
        new Fields().with("rewrapped", keys),
        "%d keys are wrapped by the new master key.".formatted(keys));
    return ExitCode.DONE;
  }

  private int rotate(KeyRotation rotation, LeaseKeeper keeper) throws InterruptedException {
    console.note(
        rotation.begin()
            ? "New keys are made; secrets are encrypted anew."
            : "A change of keys is under way; going on with it.");
    int failures = 0;
    for (Optional<TenantId> place : rotation.places()) {
      failures += reseal(rotation, place) ? 0 : 1;
      keeper.requireHeld();
    }
    if (failures > 0) {
      console.error(
          "The old key stays until all is encrypted anew: repair what failed, run this again.");
      return ExitCode.FAILED;
    }
    await(rotation.removableAt(), keeper);
    while (!rotation.finish()) {
      Thread.sleep(PAUSE.toMillis());
      keeper.requireHeld();
    }
    installation.record(Change.of(Action.KEYS_ROTATED, "keys:data"));
    console.tell(new Fields().with("removed", true), "The old key is removed.");
    return ExitCode.DONE;
  }

  private boolean reseal(KeyRotation rotation, Optional<TenantId> place) {
    String name = place.map(TenantId::slug).orElse("registry");
    try {
      int secrets = rotation.reseal(place);
      console.tell(
          new Fields().with("place", name).with("secrets", secrets),
          "%s: %d secrets encrypted anew".formatted(name, secrets));
      return true;
    } catch (RuntimeException e) {
      console.failed(new Failure(name, e));
      return false;
    }
  }

  // Nothing tells when the last program has read the new keys but the time that it may take.
  private void await(Optional<Instant> until, LeaseKeeper keeper) throws InterruptedException {
    if (until.filter(clock.instant()::isBefore).isPresent()) {
      console.note("The old key is removed at " + until.get() + ", when no program can use it.");
    }
    while (until.filter(clock.instant()::isBefore).isPresent()) {
      Thread.sleep(PAUSE.toMillis());
      keeper.requireHeld();
    }
  }
}
