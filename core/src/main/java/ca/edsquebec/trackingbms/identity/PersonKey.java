package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** By what the rows about a person are found. */
record PersonKey(long id, String email) {

  static NotFoundException unknown(long userId) {
    return new NotFoundException("person \"" + userId + "\"");
  }

  /**
   * @throws NotFoundException when there is no such person, or the person was erased
   */
  static PersonKey of(EntityManager em, long userId) {
    return Optional.ofNullable(em.find(UserRow.class, userId))
        .filter(user -> !Erased.is(user.email()))
        .map(user -> new PersonKey(userId, user.email()))
        .orElseThrow(() -> unknown(userId));
  }
}
