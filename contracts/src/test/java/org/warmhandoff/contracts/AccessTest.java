package org.warmhandoff.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access.Grant;
import org.warmhandoff.contracts.Access.Operation;
import org.warmhandoff.contracts.Access.Resource;

class AccessTest {

  @Test
  void everyTopicHasOneWriterAndAdvisoriesHaveTheirTwo() {
    for (Topics.Topic topic : Topics.shared()) {
      int writers = topic.name().equals(Topics.CAD_ADVISORIES) ? 2 : 1;
      assertThat(who(Access.shared(), topic.name(), Operation.WRITE))
          .as(topic.name())
          .hasSize(writers);
    }
  }

  /**
   * What goes back to police is nobody else's to read; the alleged offender's side least of all.
   */
  @Test
  void whoReadsAdvisories() {
    assertThat(who(Access.shared(), Topics.CAD_ADVISORIES, Operation.READ))
        .containsExactlyInAnyOrder(Access.INCIDENT_SERVICE, Access.OBSERVER);
  }

  @Test
  void theObserverReadsAndWritesNothing() {
    assertThat(Access.shared())
        .noneMatch(
            grant ->
                grant.principal().equals(Access.OBSERVER) && grant.operation() == Operation.WRITE);
  }

  /** The alleged offender's and the police's side never learn of consent and referral. */
  @Test
  void whoReadsConsentAndReferral() {
    assertThat(who(Access.shared(), Topics.CONSENT, Operation.READ))
        .containsExactlyInAnyOrder(
            Access.NOTIFICATION_SERVICE,
            Access.REFERRAL_SERVICE,
            Access.ANALYTICS_SERVICE,
            Access.OBSERVER);
    assertThat(who(Access.shared(), Topics.REFERRAL, Operation.READ))
        .containsExactlyInAnyOrder(Access.ANALYTICS_SERVICE, Access.OBSERVER);
  }

  @Test
  void aGroupIsItsPrincipalsOwn() {
    assertThat(Access.shared())
        .filteredOn(grant -> grant.resource() == Resource.GROUP)
        .filteredOn(grant -> grant.operation() == Operation.READ)
        .allMatch(grant -> grant.name().equals(grant.principal()));
  }

  @Test
  void anAgencyTouchesItsOwnTwoTopicsOnly() {
    List<Grant> grants = Access.ofAgency("fswe");
    assertThat(
            grants.stream()
                .filter(grant -> grant.principal().equals("agency-fswe"))
                .filter(grant -> grant.resource() == Resource.TOPIC))
        .containsExactlyInAnyOrder(
            new Grant("agency-fswe", Resource.TOPIC, "agency.fswe.referrals.v1", Operation.READ),
            new Grant("agency-fswe", Resource.TOPIC, "agency.fswe.answers.v1", Operation.WRITE));
    assertThat(who(grants, "agency.fswe.referrals.v1", Operation.WRITE))
        .containsExactly(Access.REFERRAL_SERVICE);
    assertThat(who(grants, "agency.fswe.answers.v1", Operation.READ))
        .containsExactly(Access.REFERRAL_SERVICE);
  }

  private static Set<String> who(List<Grant> grants, String topic, Operation operation) {
    return grants.stream()
        .filter(grant -> grant.resource() == Resource.TOPIC && grant.name().equals(topic))
        .filter(grant -> grant.operation() == operation)
        .map(Grant::principal)
        .collect(Collectors.toSet());
  }
}
