package ca.edsquebec.trackingbms.jobs.audit;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Head;
import ca.edsquebec.trackingbms.audit.Verification;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether anybody changed, removed or inserted an entry of the audit. */
@Command(
    name = "verify",
    description = {
      "Looks at every entry of the audit: each client's chain and the platform's.",
      "Prints each chain's head. Keep heads elsewhere and give them back with --expect: only that",
      "shows when somebody wound a whole chain back.",
      "Exit code 1 when a chain is not whole or could not be looked at."
    },
    footer = {
      "",
      "Examples:",
      "  tbms audit verify",
      "  tbms audit verify --client laval --expect laval=4711:09af…"
    })
public final class VerifyAudit implements Callable<Integer> {

  /** What people call the chain of no client. */
  private static final String PLATFORM = "platform";

  private static final Map<Verification.Kind, String> FAULTS =
      Map.of(
          Verification.Kind.ALTERED,
          "entry %d was changed, or written by somebody without the key",
          Verification.Kind.MISSING,
          "entries are missing before %d",
          Verification.Kind.ADDED,
          "entry %d was added behind the chain's end",
          Verification.Kind.UNKNOWN_KEY,
          "the key of entry %d is gone",
          Verification.Kind.REWOUND,
          "entry %d is not the one that was kept: the chain was wound back",
          Verification.Kind.FORGED,
          "entries in the client's audit_pending were not written by this installation");

  private final Installation installation;
  private final Console console;

  @Option(
      names = "--client",
      paramLabel = "NAME",
      description = "only this client's chain; \"" + PLATFORM + "\" for the platform's")
  private String client;

  @Option(
      names = "--expect",
      paramLabel = "CLIENT=NUMBER:CODE",
      description = "a head that was kept; may be given for several chains")
  private Map<String, String> expected = new HashMap<>();

  private boolean failed;

  public VerifyAudit(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, Head> heads = new HashMap<>();
    expected.forEach((chain, head) -> heads.put(chain, Head.parse(head)));
    Map<String, Optional<TenantId>> chains = chains();
    heads.keySet().stream()
        .filter(name -> !chains.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new InvalidException("expect", "no chain \"" + name + "\" is looked at");
            });
    List<Fields> seen = new ArrayList<>();
    chains.forEach(
        (name, chain) -> verify(name, chain, Optional.ofNullable(heads.get(name)), seen));
    console.list(seen, "chain", "whole", "entries", "head");
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }

  private Map<String, Optional<TenantId>> chains() {
    Map<String, Optional<TenantId>> chains = new TreeMap<>();
    if (client == null || client.equals(PLATFORM)) {
      chains.put(PLATFORM, Optional.empty());
    }
    if (client == null || !client.equals(PLATFORM)) {
      installation.clients(client).forEach(id -> chains.put(id.slug(), Optional.of(id)));
    }
    return chains;
  }

  /** One that can't be looked at stops no other. */
  private void verify(
      String name, Optional<TenantId> chain, Optional<Head> kept, List<Fields> seen) {
    Audit audit = installation.audit();
    try {
      Verification found = audit.verify(chain, kept);
      failed |= !found.isWhole();
      found.faults().forEach(fault -> console.error(sentence(name, fault)));
      long more = found.faultCount() - found.faults().size();
      if (more > 0) {
        console.error("chain %s: and %d faults more".formatted(name, more));
      }
      seen.add(fields(name, found));
    } catch (RuntimeException e) {
      failed = true;
      console.failed(new Failure("chain " + name, e));
    }
  }

  private static Fields fields(String name, Verification found) {
    return new Fields()
        .with("chain", name)
        .with("whole", found.isWhole())
        .with("entries", found.entries())
        .with("head", found.head().toString())
        .with("faultCount", found.faultCount())
        .with(
            "faults",
            found.faults().stream()
                .map(fault -> fault.kind().name().toLowerCase(Locale.ROOT) + ":" + fault.seq())
                .toList());
  }

  private static String sentence(String name, Verification.Fault fault) {
    return "chain %s: %s".formatted(name, FAULTS.get(fault.kind()).formatted(fault.seq()));
  }
}
