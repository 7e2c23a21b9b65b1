package org.warmhandoff.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

  private static final UUID ID = UUID.randomUUID();

  @Test
  void factsAreKeptForEver() {
    assertThat(Topics.shared())
        .hasSize(7)
        .allSatisfy(
            topic -> {
              assertThat(topic.config()).containsEntry("retention.ms", "-1");
              assertThat(topic.config()).containsEntry("cleanup.policy", "delete");
              assertThat(topic.partitions()).isEqualTo(12);
              assertThat(topic.name()).endsWith(".v1");
            });
  }

  @Test
  void anAgencysFactsGoToItsOwnTopic() {
    assertThat(Topics.of(new AgencyReferral.ReferralRevoked("fswe", ID, Instant.EPOCH)))
        .isEqualTo("agency.fswe.referrals.v1");
    assertThat(
            Topics.of(
                new AgencyAnswer.ReferralStatusChanged(
                    "fswe", ID, AgencyAnswer.Status.ACCEPTED, null, Instant.EPOCH)))
        .isEqualTo("agency.fswe.answers.v1")
        .matches(Pattern.compile(Topics.AGENCY_ANSWERS_PATTERN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "fswe", "hiatus-house", "a1", "0123456789012345678901234567890123456789"})
  void agencyCodes(String code) {
    assertThat(Topics.isAgencyCode(code)).isTrue();
    assertThat(Topics.agencyAnswers(code)).matches(Topics.AGENCY_ANSWERS_PATTERN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "a-",
        "A",
        "a.b",
        "a/b",
        "a b",
        "é",
        "*",
        "x.referrals.v1",
        "01234567890123456789012345678901234567890"
      })
  void whatIsNoAgencyCodeNamesNoTopicAndNoPrincipal(String code) {
    assertThat(Topics.isAgencyCode(code)).isFalse();
    assertThatThrownBy(() -> Topics.agencyReferrals(code))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Access.principalOf(code)).isInstanceOf(IllegalArgumentException.class);
  }
}
