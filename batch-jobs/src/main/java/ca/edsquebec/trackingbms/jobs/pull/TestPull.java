package ca.edsquebec.trackingbms.jobs.pull;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.pull.PullAddress;
import ca.edsquebec.trackingbms.intake.pull.PullDevice;
import ca.edsquebec.trackingbms.intake.pull.PullFault;
import ca.edsquebec.trackingbms.intake.pull.PullHeard;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.console.ShownSample;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks a battery once and shows what it says. */
@Command(
    name = "test",
    description = {
      "Connects to a battery, listens for up to half a minute and shows what was understood.",
      "Stores nothing. Without an address, where the battery is asked already; while the portal"
          + " talks to it, turn that off first. Exit code 1 when nothing was understood."
    },
    footer = {
      "",
      "Example:",
      "  tbms battery pull test --client laval --battery LAV-07 tcp://battery7.laval.example:9001"
    })
public final class TestPull implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  @Mixin BatteryChoice which;

  @Parameters(paramLabel = "ADDRESS", arity = "0..1", description = "See set --help.")
  String address;

  public TestPull(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<PullAddress> given = Optional.ofNullable(address).map(PullAddress::parse);
    TenantId tenant = which.tenant(installation);
    Battery battery = which.battery(installation);
    PullAddress where = given.orElseGet(() -> known(tenant, battery));
    console.progress("Listening to " + where + " …");
    PullHeard heard = installation.pullTrial().listen(Actor.command(), tenant, battery, where);
    console.progress("");
    console.tell(fields(battery, where, heard), sentences(where, heard));
    return heard.fault().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private PullAddress known(TenantId tenant, Battery battery) {
    return installation
        .pullDevices()
        .of(Viewer.system(tenant), battery)
        .map(PullDevice::address)
        .orElseThrow(() -> new NotFoundException("pull address of battery " + battery.code()));
  }

  private static Fields fields(Battery battery, PullAddress where, PullHeard heard) {
    return new Fields()
        .with("battery", battery.code())
        .with("address", where.toString())
        .with("fault", heard.fault().map(PullFault::word))
        .with("detail", heard.detail())
        .with("bytes", heard.bytes())
        .with("understood", heard.understood())
        .with("ignored", heard.ignored())
        .with("refused", heard.refused())
        .with("sample", heard.fault().isEmpty() ? ShownSample.values(heard.sample()) : null);
  }

  private static String[] sentences(PullAddress where, PullHeard heard) {
    List<String> lines = new ArrayList<>();
    if (heard.fault().isPresent()) {
      String detail = heard.detail().isEmpty() ? "" : " (" + heard.detail() + ")";
      lines.add(where + ": " + heard.fault().get().sentence() + detail + ".");
    } else {
      lines.add(
          "%s: %d frames understood, %d of no interest, %d refused."
              .formatted(where, heard.understood(), heard.ignored(), heard.refused()));
      lines.addAll(ShownSample.lines(heard.sample()));
    }
    return lines.toArray(String[]::new);
  }
}
