package ca.edsquebec.trackingbms.jobs.installation;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.client.Erasure;
import ca.edsquebec.trackingbms.client.Export;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Identity;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.Passwords;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.intake.pull.PullDevices;
import ca.edsquebec.trackingbms.intake.pull.PullTrial;
import ca.edsquebec.trackingbms.maintenance.backup.Backups;
import ca.edsquebec.trackingbms.maintenance.backup.Restores;
import ca.edsquebec.trackingbms.maintenance.backup.Rotation;
import ca.edsquebec.trackingbms.maintenance.offsite.Destination;
import ca.edsquebec.trackingbms.maintenance.offsite.OffSite;
import ca.edsquebec.trackingbms.maintenance.offsite.PlacePush;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.routine.Runs;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.secret.KeptSettings;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.KeyRotation;
import ca.edsquebec.trackingbms.secret.SealedFiles;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.telemetry.DiskForecast;
import ca.edsquebec.trackingbms.telemetry.SampleExport;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.Migrations;
import ca.edsquebec.trackingbms.tenant.Provisioning;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The installation that the settings name. They are read, and its databases opened, when the first
 * face is asked for: what needs none works without settings. For one thread.
 */
public final class Installation implements AutoCloseable {

  private final Map<String, String> environment;
  private final Clock clock;
  private Settings settings;
  private KeyRing keyRing;
  private Databases databases;
  private Audit audit;

  public Installation(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  public Tenants tenants() {
    return databases().tenants();
  }

  public Provisioning provisioning() {
    return databases().provisioning();
  }

  public Migrations migrations() {
    return databases().migrations();
  }

  public Users users() {
    return new Users(databases().registry(), new PasswordHash(), audit(), clock);
  }

  public Passwords passwords() {
    return Identity.of(databases(), Settings.from(environment).masterKey(), clock).passwords();
  }

  /** The portal's own address; empty when the settings do not name it. */
  public Optional<String> portal() {
    return Settings.from(environment).text(Setting.TBMS_PUBLIC_URL);
  }

  public Roles roles() {
    return new Roles(databases().registry(), audit(), clock);
  }

  public ApiKeys apiKeys() {
    return new ApiKeys(databases().registry(), audit(), clock);
  }

  public Fleet fleet() {
    return new Fleet(databases().tenantDatabase(), InstalledConnectors::check, audit(), clock);
  }

  /** Which batteries are asked, and where. */
  public PullDevices pullDevices() {
    return new PullDevices(databases().tenantDatabase(), guard(), audit(), clock);
  }

  /** Asks a battery once, to see whether it can be asked. */
  public PullTrial pullTrial() {
    return new PullTrial(databases().registry(), guard(), pullDevices(), clock);
  }

  private OutboundGuard guard() {
    return new OutboundGuard(settings().flag(Setting.TBMS_ALLOW_PRIVATE_ADDRESSES));
  }

  /** How long clients' samples are kept. */
  public RetentionPeriods retentionPeriods() {
    return databases().retentionPeriods();
  }

  public DiskForecast diskForecast() {
    return new DiskForecast(
        databases().tenantDatabase(),
        retentionPeriods(),
        new BatteryDirectory(fleet(), clock),
        clock);
  }

  public Standing standing() {
    return new Standing(databases().registry(), tenants(), audit(), clock);
  }

  public Erasure erasure() {
    return new Erasure(
        databases().registry(), tenants(), provisioning(), standing(), audit(), clock);
  }

  public Export export() {
    TenantDatabase database = databases().tenantDatabase();
    Export.Part samples = new SampleExport(database, new BatteryDirectory(fleet(), clock), clock);
    return new Export(
        databases().registry(), database, tenants(), List.of(samples), audit(), clock);
  }

  /**
   * @throws NotFoundException when there is no such client
   */
  public TenantId client(String slug) {
    return tenants().get(new TenantId(slug)).id();
  }

  /** What jobs work with. */
  public Workplace workplace() {
    Databases open = databases();
    return new Workplace(settings, open, keyRing(), new SecretBox(keyRing()), audit(), clock);
  }

  public KeptSettings keptSettings() {
    return new KeptSettings(databases().registry(), new SecretBox(keyRing()));
  }

  /** The checked settings; opens nothing. */
  public Settings settings() {
    return Settings.from(environment);
  }

  /** A variable of the environment that is no setting; empty when it is not there. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
  }

  public Runs runs() {
    return new Runs(databases().registry(), clock);
  }

  /** The named client, or all when the name is null. */
  public List<TenantId> clients(String slug) {
    return slug == null
        ? tenants().list().stream().map(Tenant::id).toList()
        : List.of(client(slug));
  }

  /** The change of keys; under the lease {@code keys} only. */
  public KeyRotation keyRotation() {
    return new KeyRotation(databases(), keyRing(), clock);
  }

  /**
   * @return empty when another program holds it
   */
  public Optional<Lease> lease(String name, Duration length) {
    return Lease.tryAcquire(databases().registry(), name, length);
  }

  /**
   * @param withProgram whether the host's dump program may write them
   */
  public Backups backups(boolean withProgram) {
    Databases open = databases();
    return new Backups(
        open,
        new SealedFiles(keyRing()),
        settings,
        withProgram ? Backups.PROGRAMS : List.of(),
        clock);
  }

  public Restores restores() {
    return new Restores(databases(), new SealedFiles(keyRing()), audit(), clock);
  }

  /** Reads all keys, to see whether the master key opens them. */
  public void readKeys() {
    keyRing().refresh();
  }

  /** Copies one place's backups at a time; empty when there is nowhere to copy them to. */
  public Optional<PlacePush> push() {
    return offSite().map(to -> new PlacePush(databases().registry(), backups(false), to));
  }

  /** Where copies of backups go on another machine; empty when none is set. */
  public Optional<OffSite> offSite() {
    return Destination.from(settings()).map(to -> new OffSite(to, Rotation.from(settings())));
  }

  /** One for all faces: it remembers what it read. */
  private KeyRing keyRing() {
    if (keyRing == null) {
      Databases open = databases();
      keyRing =
          new KeyRing(open.registry(), settings.masterKey(), settings.previousMasterKey(), clock);
    }
    return keyRing;
  }

  /** Tells the platform's audit what somebody at the command line did. */
  public void record(Change change) {
    audit().record(Optional.empty(), Actor.command(), change);
  }

  public Audit audit() {
    if (audit == null) {
      audit = new Audit(databases(), keyRing(), clock);
    }
    return audit;
  }

  private Databases databases() {
    if (databases == null) {
      settings = Settings.from(environment);
      databases = Databases.open(settings, Setting.TBMS_JOB_POOL);
    }
    return databases;
  }

  @Override
  public void close() {
    if (databases != null) {
      databases.close();
    }
  }
}
