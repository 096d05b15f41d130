package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.Invitation;
import ca.edsquebec.trackingbms.identity.Invitations;
import ca.edsquebec.trackingbms.identity.Member;
import ca.edsquebec.trackingbms.identity.Members;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.server.mvc.Viewable;

/** The list of a client's people and of those who were invited, with what was just done there. */
public final class PeopleList {

  private static final String VIEW = "people/users";

  /**
   * @param invited those who have not answered yet
   * @param done what was done just before; empty when nothing was
   * @param refused why it was not; empty when it was
   */
  public record People(
      List<PersonRow> rows, List<InvitedRow> invited, String done, String refused) {}

  private final Members members;
  private final Invitations invitations;
  private final Fleet fleet;
  private final BatteryDirectory directory;

  PeopleList(Members members, Invitations invitations, Fleet fleet, BatteryDirectory directory) {
    this.members = members;
    this.invitations = invitations;
    this.fleet = fleet;
    this.directory = directory;
  }

  Viewable page(String done, Caller caller, Visit visit) {
    return page(done, "", caller, visit);
  }

  /**
   * @param why in words
   */
  Viewable refused(String why, Caller caller, Visit visit) {
    return page("", why, caller, visit);
  }

  private Viewable page(String done, String refused, Caller caller, Visit visit) {
    ScopeNames names = new ScopeNames(fleet, directory, caller.viewer());
    Map<Long, Long> sessions = members.openSessions(caller.tenant());
    Set<Long> factors = members.withSecondFactor(caller.tenant());
    List<PersonRow> rows =
        members.list(caller.tenant()).stream()
            .map(
                member ->
                    row(
                        member,
                        sessions.getOrDefault(member.id(), 0L),
                        factors.contains(member.id()),
                        names,
                        caller,
                        visit))
            .toList();
    List<InvitedRow> invited =
        invitations.list(caller.tenant()).stream()
            .map(invitation -> row(invitation, names, caller, visit))
            .toList();
    return visit.page(VIEW, new People(rows, invited, done, refused));
  }

  private static InvitedRow row(
      Invitation invitation, ScopeNames names, Caller caller, Visit visit) {
    Membership given = invitation.membership();
    return new InvitedRow(
        invitation,
        visit.roleName(given.role()),
        names.text(given.access(), visit.texts()),
        caller.membership().includes(given),
        invitation.expiresAt().toEpochMilli() <= visit.now());
  }

  static PersonRow row(
      Member member, long sessions, boolean factor, ScopeNames names, Caller caller, Visit visit) {
    boolean self = caller.isPerson(member.id());
    return new PersonRow(
        member,
        visit.roleName(member.role()),
        names.text(member.access(), visit.texts()),
        sessions,
        factor,
        self,
        !self && caller.membership().includes(member.membership()));
  }
}
