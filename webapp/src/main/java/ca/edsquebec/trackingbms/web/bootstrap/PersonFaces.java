package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.identity.Identity;
import ca.edsquebec.trackingbms.identity.People;
import ca.edsquebec.trackingbms.identity.PersonErasure;
import ca.edsquebec.trackingbms.identity.PersonExport;
import ca.edsquebec.trackingbms.incident.Incidents;
import ca.edsquebec.trackingbms.notification.Correspondence;
import ca.edsquebec.trackingbms.tenant.Databases;
import java.time.Clock;

/** What answers for personal data, put together. */
record PersonFaces(People people, PersonExport export, PersonErasure erasure, Incidents incidents) {

  static PersonFaces of(Databases databases, Identity identity, Audit audit, Clock clock) {
    Correspondence messages = new Correspondence(databases);
    return new PersonFaces(
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
