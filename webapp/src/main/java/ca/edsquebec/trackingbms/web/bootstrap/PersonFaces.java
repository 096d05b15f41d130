package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.identity.Identity;
import ca.edsquebec.trackingbms.identity.Members;
import ca.edsquebec.trackingbms.identity.People;
import ca.edsquebec.trackingbms.identity.PersonErasure;
import ca.edsquebec.trackingbms.identity.PersonExport;
import ca.edsquebec.trackingbms.identity.PersonNames;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.incident.Incidents;
import ca.edsquebec.trackingbms.notification.Correspondence;
import ca.edsquebec.trackingbms.tenant.Databases;
import java.time.Clock;

/** Who people are and what they may, and what answers for their data, put together. */
record PersonFaces(
    PersonNames names,
    Roles roles,
    Members members,
    People people,
    PersonExport export,
    PersonErasure erasure,
    Incidents incidents) {

  static PersonFaces of(Databases databases, Identity identity, Audit audit, Clock clock) {
    Correspondence messages = new Correspondence(databases);
    return new PersonFaces(
        new PersonNames(databases.registry()),
        new Roles(databases.registry(), audit, clock),
        new Members(databases.registry(), audit, clock),
        new People(databases.registry()),
        new PersonExport(databases.registry(), identity.passwords(), messages, audit, clock),
        new PersonErasure(
            databases.registry(),
            identity.passwords(),
            identity.sessions(),
            messages,
            audit,
            clock),
        new Incidents(databases.registry(), audit, clock));
  }
}
