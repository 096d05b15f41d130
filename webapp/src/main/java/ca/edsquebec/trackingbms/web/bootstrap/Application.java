package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.candb.CanDatabases;
import ca.edsquebec.trackingbms.client.SampleMeter;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.fleet.Scopes;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Founding;
import ca.edsquebec.trackingbms.identity.Identity;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.PlatformAdministrators;
import ca.edsquebec.trackingbms.identity.Shares;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.intake.PushIntake;
import ca.edsquebec.trackingbms.intake.pull.Arrivals;
import ca.edsquebec.trackingbms.intake.pull.Pull;
import ca.edsquebec.trackingbms.intake.pull.PullDevices;
import ca.edsquebec.trackingbms.intake.pull.PullTrial;
import ca.edsquebec.trackingbms.live.LiveBoard;
import ca.edsquebec.trackingbms.live.LiveFeed;
import ca.edsquebec.trackingbms.maintenance.health.HealthCheck;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.overview.Overview;
import ca.edsquebec.trackingbms.platform.AddressBlocks;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.telemetry.Quarantine;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.web.fleet.Freshness;
import ca.edsquebec.trackingbms.web.ingest.PushDesk;
import ca.edsquebec.trackingbms.web.ingest.thingset.NodeEndpoint;
import ca.edsquebec.trackingbms.web.ingest.thingset.NodeHub;
import ca.edsquebec.trackingbms.web.live.LiveEndpoint;
import ca.edsquebec.trackingbms.web.live.LiveHub;
import ca.edsquebec.trackingbms.web.live.LivePayload;
import ca.edsquebec.trackingbms.web.security.BrowserSession;
import ca.edsquebec.trackingbms.web.security.Cookies;
import ca.edsquebec.trackingbms.web.security.Credentials;
import ca.edsquebec.trackingbms.web.security.Csrf;
import ca.edsquebec.trackingbms.web.security.Origins;
import ca.edsquebec.trackingbms.web.security.Proxies;
import ca.edsquebec.trackingbms.web.security.RateLimits;
import ca.edsquebec.trackingbms.web.security.ShareCookie;
import ca.edsquebec.trackingbms.web.signin.Background;
import ca.edsquebec.trackingbms.web.system.SystemStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The web application put together: every object is made here, once, in the order in which they
 * stand on each other. What listens to new samples is one visible list.
 */
final class Application implements AutoCloseable {

  final Settings settings;
  final Clock clock = Clock.systemUTC();
  final ObjectMapper json = Json.mapper();
  final Databases databases;
  final KeyRing keyRing;
  final SecretBox box;
  final Outbox outbox;
  final Audit audit;
  final Identity identity;
  final Founding founding;
  final PersonFaces persons;
  final PlatformAdministrators platformAdministrators;
  final ApiKeys keys;
  final Shares shares;
  final Credentials credentials;
  final BrowserSession browser;
  final ShareCookie shareCookie;
  final Background background = new Background();
  final Csrf csrf;
  final Optional<URI> publicUrl;
  final Origins origins;
  final Proxies proxies;
  final RateLimits rateLimits;
  final Fleet fleet;
  final BatteryDirectory directory;
  final Scopes scopes;
  final CustomFields customFields;
  final ClientFaces clients;
  final Gateways gateways;
  final CanDatabases canDatabases;
  final LatestState latest;
  final Trends trends;
  final SampleMeter meter;
  final Ingest ingest;
  final History history;
  final Overview overview;
  final Quarantine quarantine;
  final FrameIntake intake;
  final PullDevices pullDevices;
  final PullTrial pullTrial;
  final Pull pull;
  final PushDesk pushDesk;
  final Freshness freshness = new Freshness(clock);
  private final LiveBoard liveBoard = new LiveBoard();
  final LivePayload livePayload;
  final LiveHub liveHub;
  final NodeHub nodeHub;
  final HealthCheck health;
  final SystemStatus systemStatus;
  final Routines routines;

  Application(Settings settings) {
    this.settings = settings;
    byte[] masterKey = settings.masterKey();
    databases = Databases.open(settings, Setting.TBMS_DB_POOL);
    keyRing = new KeyRing(databases.registry(), masterKey, settings.previousMasterKey(), clock);
    box = new SecretBox(keyRing);
    outbox = new Outbox(box, clock);
    audit = new Audit(databases, keyRing, clock);
    identity =
        new Identity(databases.registry(), new PasswordHash(), keyRing, box, audit, outbox, clock);
    founding = new Founding(databases, identity.invitations(), audit);
    persons = PersonFaces.of(databases, identity, audit, clock);
    platformAdministrators = new PlatformAdministrators(databases.registry(), audit);
    keys = new ApiKeys(databases.registry(), audit, clock);
    shares = new Shares(databases.registry(), audit, clock);
    publicUrl = settings.text(Setting.TBMS_PUBLIC_URL).map(URI::create);
    Cookies cookies = new Cookies(publicUrl);
    shareCookie = new ShareCookie(cookies);
    browser = new BrowserSession(cookies, shareCookie, identity.sessions(), identity.renewal());
    csrf = new Csrf(keyRing, cookies);
    credentials = new Credentials(identity.sessions(), keys, shares, shareCookie, browser);
    origins = new Origins(publicUrl, browser);
    proxies = new Proxies(AddressBlocks.parse(settings.required(Setting.TBMS_TRUSTED_PROXIES)));
    rateLimits = new RateLimits(settings);
    fleet = new Fleet(databases.tenantDatabase(), InstalledConnectors::check, audit, clock);
    directory = new BatteryDirectory(fleet, clock);
    scopes = new Scopes(directory);
    customFields = new CustomFields(databases.tenantDatabase(), audit, clock);
    canDatabases = new CanDatabases(databases.tenantDatabase(), fleet, directory, audit, clock);
    gateways = new Gateways(databases.tenantDatabase(), audit, clock);
    latest = new LatestState(databases.tenantDatabase(), List.of(liveBoard), clock);
    trends = new Trends(databases.tenantDatabase(), clock);
    meter = new SampleMeter(databases.registry(), databases.tenants(), clock);
    clients = ClientFaces.of(databases, directory, meter, audit, clock);
    ingest = new Ingest(databases.tenantDatabase(), latest, trends, meter, clock);
    history = new History(databases.tenantDatabase(), new Placements(databases.tenantDatabase()));
    overview = new Overview(directory, latest, clock);
    quarantine = new Quarantine(databases.tenantDatabase(), clock);
    intake = new FrameIntake(ingest, latest, quarantine, clock);
    pullDevices = new PullDevices(databases.tenantDatabase(), guard(), audit, clock);
    pullTrial = new PullTrial(databases.registry(), guard(), pullDevices, clock);
    pull = new Pull(databases, directory, guard(), intake, clock);
    pushDesk = new PushDesk(new PushIntake(ingest, latest, history, clock), directory, clock);
    liveHub = new LiveHub(new LiveFeed(liveBoard, latest));
    livePayload = new LivePayload(directory, overview, trends);
    nodeHub = new NodeHub(new Arrivals(intake, clock), directory);
    health = SystemFaces.health(settings, databases, platformAdministrators, outbox, clock);
    systemStatus = SystemFaces.status(databases, directory, health, clock);
    routines = new Routines(this);
  }

  private OutboundGuard guard() {
    return new OutboundGuard(settings.flag(Setting.TBMS_ALLOW_PRIVATE_ADDRESSES));
  }

  LiveEndpoint liveEndpoint() {
    return new LiveEndpoint(liveHub, livePayload, directory, json);
  }

  NodeEndpoint nodeEndpoint() {
    return new NodeEndpoint(nodeHub);
  }

  /** Lets go in the opposite order: what was accepted is stored before its pool closes. */
  @Override
  public void close() {
    routines.close();
    liveHub.close();
    nodeHub.close();
    background.close();
    pull.close();
    ingest.close();
    meter.close();
    latest.close();
    gateways.close();
    trends.close();
    databases.close();
  }
}
