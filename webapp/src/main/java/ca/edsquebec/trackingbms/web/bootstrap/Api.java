package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.candb.CanDatabases;
import ca.edsquebec.trackingbms.client.Export;
import ca.edsquebec.trackingbms.client.Keeping;
import ca.edsquebec.trackingbms.client.Looks;
import ca.edsquebec.trackingbms.client.Quotas;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Scopes;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Devices;
import ca.edsquebec.trackingbms.identity.FactorPolicy;
import ca.edsquebec.trackingbms.identity.Founding;
import ca.edsquebec.trackingbms.identity.Invitations;
import ca.edsquebec.trackingbms.identity.Members;
import ca.edsquebec.trackingbms.identity.Passwords;
import ca.edsquebec.trackingbms.identity.People;
import ca.edsquebec.trackingbms.identity.PersonErasure;
import ca.edsquebec.trackingbms.identity.PersonExport;
import ca.edsquebec.trackingbms.identity.PersonNames;
import ca.edsquebec.trackingbms.identity.PlatformAdministrators;
import ca.edsquebec.trackingbms.identity.Profiles;
import ca.edsquebec.trackingbms.identity.Renewal;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.identity.SecondFactor;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.identity.Shares;
import ca.edsquebec.trackingbms.identity.SignIn;
import ca.edsquebec.trackingbms.identity.SupportVisits;
import ca.edsquebec.trackingbms.incident.Incidents;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.intake.pull.Pull;
import ca.edsquebec.trackingbms.intake.pull.PullDevices;
import ca.edsquebec.trackingbms.intake.pull.PullTrial;
import ca.edsquebec.trackingbms.overview.Overview;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.audit.AuditNames;
import ca.edsquebec.trackingbms.web.candb.CanDatabaseDesk;
import ca.edsquebec.trackingbms.web.clients.ClientView;
import ca.edsquebec.trackingbms.web.connect.Checking;
import ca.edsquebec.trackingbms.web.connect.Listening;
import ca.edsquebec.trackingbms.web.fleet.Freshness;
import ca.edsquebec.trackingbms.web.gateway.GatewayDesk;
import ca.edsquebec.trackingbms.web.ingest.PushDesk;
import ca.edsquebec.trackingbms.web.live.LiveHub;
import ca.edsquebec.trackingbms.web.live.LivePayload;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.page.VisitSupplier;
import ca.edsquebec.trackingbms.web.security.ActorSupplier;
import ca.edsquebec.trackingbms.web.security.BrowserSession;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.CallerSupplier;
import ca.edsquebec.trackingbms.web.security.Csrf;
import ca.edsquebec.trackingbms.web.security.PublicAddress;
import ca.edsquebec.trackingbms.web.security.ShareCookie;
import ca.edsquebec.trackingbms.web.signin.Background;
import ca.edsquebec.trackingbms.web.system.SystemStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.mvc.jsp.JspMvcFeature;
import org.glassfish.jersey.servlet.ServletProperties;

/** The router: finds the resources of this application and hands them the faces they ask for. */
final class Api extends ResourceConfig {

  Api(Application application, Set<Class<?>> resources) {
    registerClasses(resources);
    register(JacksonFeature.withoutExceptionMappers());
    register(JspMvcFeature.class);
    register(new JsonFormat(application.json));
    register(new Faces(application));
    addProperties(
        Map.of(
            ServerProperties.WADL_FEATURE_DISABLE,
            true,
            ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR,
            true,
            // Behind a proxy we do not know how the browser names this host.
            ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED,
            true,
            ServletProperties.FILTER_STATIC_CONTENT_REGEX,
            "/(static|ws|node)/.*",
            JspMvcFeature.TEMPLATE_BASE_PATH,
            "/WEB-INF/jsp"));
  }

  private static final class JsonFormat implements ContextResolver<ObjectMapper> {

    private final ObjectMapper mapper;

    JsonFormat(ObjectMapper mapper) {
      this.mapper = mapper;
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
      return mapper;
    }
  }

  private static final class Faces extends AbstractBinder {

    private final Application application;

    Faces(Application application) {
      this.application = application;
    }

    @Override
    protected void configure() {
      bindWeb();
      bindPeople();
      bindFleet();
    }

    private void bindWeb() {
      bind(application.clock).to(Clock.class);
      bind(application.json).to(ObjectMapper.class);
      bind(new PublicAddress(application.publicUrl)).to(PublicAddress.class);
      bind(ClientView.class).to(ClientView.class);
      bind(application.freshness).to(Freshness.class);
      bind(application.liveHub).to(LiveHub.class);
      bind(application.livePayload).to(LivePayload.class);
      bind(application.browser).to(BrowserSession.class);
      bind(application.shareCookie).to(ShareCookie.class);
      bind(application.csrf).to(Csrf.class);
      bind(application.background).to(Background.class);
      bindFactory(ActorSupplier.class).to(Actor.class).in(RequestScoped.class);
      bindFactory(CallerSupplier.class).to(Caller.class).in(RequestScoped.class);
      bindFactory(VisitSupplier.class).to(Visit.class).in(RequestScoped.class);
    }

    private void bindPeople() {
      bind(application.persons.names()).to(PersonNames.class);
      bind(AuditNames.class).to(AuditNames.class);
      bind(application.identity.sessions()).to(Sessions.class);
      bind(application.identity.supportVisits()).to(SupportVisits.class);
      bind(application.identity.signIn()).to(SignIn.class);
      bind(application.identity.renewal()).to(Renewal.class);
      bind(application.identity.passwords()).to(Passwords.class);
      bind(application.identity.devices()).to(Devices.class);
      bind(application.identity.secondFactor()).to(SecondFactor.class);
      bind(application.identity.factorPolicy()).to(FactorPolicy.class);
      bind(application.identity.profiles()).to(Profiles.class);
      bind(application.identity.invitations()).to(Invitations.class);
      bind(application.persons.people()).to(People.class);
      bind(application.persons.export()).to(PersonExport.class);
      bind(application.persons.erasure()).to(PersonErasure.class);
      bind(application.persons.incidents()).to(Incidents.class);
      bind(application.audit).to(Audit.class);
      bind(application.persons.roles()).to(Roles.class);
      bind(application.persons.members()).to(Members.class);
      bind(application.platformAdministrators).to(PlatformAdministrators.class);
      bind(application.keys).to(ApiKeys.class);
      bind(application.shares).to(Shares.class);
    }

    private void bindFleet() {
      bind(application.databases.registry()).to(RegistryDatabase.class);
      bind(application.databases.tenants()).to(Tenants.class);
      bind(application.fleet).to(Fleet.class);
      bind(application.directory).to(BatteryDirectory.class);
      bind(application.scopes).to(Scopes.class);
      bind(application.customFields).to(CustomFields.class);
      bind(application.clients.looks()).to(Looks.class);
      bind(application.clients.keeping()).to(Keeping.class);
      bind(application.clients.quotas()).to(Quotas.class);
      bind(application.clients.standing()).to(Standing.class);
      bind(application.clients.export()).to(Export.class);
      bind(application.founding).to(Founding.class);
      bind(application.databases.retentionPeriods()).to(RetentionPeriods.class);
      bind(application.canDatabases).to(CanDatabases.class);
      bind(application.gateways).to(Gateways.class);
      bind(GatewayDesk.class).to(GatewayDesk.class);
      bind(CanDatabaseDesk.class).to(CanDatabaseDesk.class);
      bind(application.latest).to(LatestState.class);
      bind(application.ingest).to(Ingest.class);
      bind(application.history).to(History.class);
      bind(application.trends).to(Trends.class);
      bind(application.overview).to(Overview.class);
      bind(application.intake).to(FrameIntake.class);
      bind(application.pullDevices).to(PullDevices.class);
      bind(application.pull).to(Pull.class);
      bind(application.pullTrial).to(PullTrial.class);
      bind(new Listening(
              application.latest, application.intake, application.quarantine, application.clock))
          .to(Listening.class);
      bind(new Checking(application.history, application.audit, application.clock))
          .to(Checking.class);
      bind(application.pushDesk).to(PushDesk.class);
      bind(application.systemStatus).to(SystemStatus.class);
    }
  }
}
