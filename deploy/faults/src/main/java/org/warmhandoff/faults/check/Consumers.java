package org.warmhandoff.faults.check;

import java.util.List;
import org.warmhandoff.contracts.Topics;

/**
 * Who is to take what. Written down here and not read from what consumers say of themselves: one
 * that never took anything would not be asked for.
 */
final class Consumers {

  /** All that read a topic of ours; agencies' answers come through the other door in a schedule. */
  static final List<Consumer> ALL =
      List.of(
          new Consumer("incident", Topics.ASSIGNMENT, "incident-service.help"),
          new Consumer("incident", Topics.CAD_ADVISORIES, "incident-service.advisories"),
          new Consumer("notification", Topics.INCIDENT, "incident"),
          new Consumer("notification", Topics.STAFF, "staff"),
          new Consumer("notification", Topics.CONSENT, "consent"),
          new Consumer("referral", Topics.INCIDENT, "incidents"),
          new Consumer("referral", Topics.PERSON, "persons"),
          new Consumer("referral", Topics.ASSIGNMENT, "assignments"),
          new Consumer("referral", Topics.CONSENT, "consents"),
          new Consumer("analytics", Topics.INCIDENT, "incident-facts"),
          new Consumer("analytics", Topics.PERSON, "person-facts"),
          new Consumer("analytics", Topics.ASSIGNMENT, "assignment-facts"),
          new Consumer("analytics", Topics.CONSENT, "consent-facts"),
          new Consumer("analytics", Topics.REFERRAL, "referral-facts"));

  private Consumers() {}

  /** One consumer of one topic, by the name it has in its service's inbox. */
  record Consumer(String database, String topic, String name) {

    @Override
    public String toString() {
      return database + "/" + name;
    }
  }

  static List<Consumer> of(String database) {
    return ALL.stream().filter(one -> one.database().equals(database)).toList();
  }
}
