package org.warmhandoff.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.warmhandoff.analytics.Story.DATABASE;
import static org.warmhandoff.analytics.Story.analyst;
import static org.warmhandoff.analytics.Story.answers;
import static org.warmhandoff.analytics.Story.awaitFacts;
import static org.warmhandoff.analytics.Story.closeRelease;
import static org.warmhandoff.analytics.Story.forgetEverything;
import static org.warmhandoff.analytics.Story.withoutRelease;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AgencyAnswer;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.IncidentEvent.IncidentLinked;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.contracts.IncidentEvent.IncidentSplit;
import org.warmhandoff.contracts.IncidentEvent.IncidentUnlinked;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** Incidents that were merged are counted once, and what became of them follows. */
@QuarkusTest
@WithStack("analytics-service")
class MergeFactsTest {

  private static final Instant RECEIVED = TestClock.now().minus(Duration.ofDays(10));
  private static final Instant SAID = RECEIVED.plusSeconds(300);

  /**
   * Thirty incidents nobody reached and fifty that are the same as one of them, where she was: ten
   * of those were separated again, and ten others lead to theirs through another. What was opened
   * for those ten moved there and back, but for five referrals that stay.
   */
  @Test
  void eachIsCountedOnceInWhateverOrderItWasHeard() {
    Town town = town();
    List<String> first = List.of();
    for (int order = 1; order <= 3; order++) {
      forgetEverything();
      town.tell(order, order);
      awaitFacts(town.size());
      closeRelease().then().statusCode(201);
      analyst()
          .get("/api/v1/measures/connected-share")
          .then()
          .statusCode(200)
          .body("total.figures[0].numerator", equalTo(30))
          .body("total.figures[0].denominator", equalTo(40));
      List<String> answers = withoutRelease(answers(1));
      if (order > 1) {
        assertThat(answers).isEqualTo(first);
      }
      first = answers;
      assertThat(count("select count(*) from referral_fact where accepted_at is not null"))
          .isEqualTo(10);
      assertThat(
              count(
                  "select count(*) from place_fact p join referral_fact f on f.referral = p.subject"
                      + " where p.incident <> f.incident"))
          .isEqualTo(5);
      assertThat(
              count(
                  "select count(*) from place_fact p"
                      + " join assignment_fact f on f.assignment = p.subject"))
          .isEqualTo(50);
    }
    assertThat(DATABASE.count("select count(*) from released_merge_fact")).isEqualTo(50);
    assertThat(DATABASE.count("select count(*) from relation_fact where kind = 'split' and holds"))
        .isEqualTo(1);
    assertThat(
            DATABASE.count(
                "select count(*) from relation_fact where kind = 'linked' and not holds"))
        .isEqualTo(1);
  }

  private static Town town() {
    Town town = new Town(20260401, RECEIVED);
    List<Town.Case> going = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      going.add(town.eligible("alder", "onscene", HelpMode.ON_SITE));
    }
    for (int i = 0; i < 20; i++) {
      Town.Case into = going.get(i);
      Town.Case same = town.eligible("alder", "onscene", HelpMode.ON_SITE).paged(30).contact();
      merged(same, into);
      if (i < 10) {
        Town.Case step = town.eligible("alder", "onscene", HelpMode.ON_SITE).paged(60);
        merged(step, same);
      } else {
        merged(town.eligible("alder", "onscene", HelpMode.ON_SITE).paged(45).contact(), into);
      }
    }
    for (int i = 0; i < 10; i++) {
      Town.Case into = going.get(i);
      Town.Case apart = town.eligible("alder", "onscene", HelpMode.ON_SITE).paged(30).contact();
      apart.referral(AgencyAnswer.Status.ACCEPTED);
      merged(apart, into);
      apart.assignmentMoved(apart, into).referralMoved(apart, into);
      apart.told(new IncidentSeparated(apart.named(), into.named(), SAID.plusSeconds(9)));
      apart.assignmentMoved(into, apart);
      if (i < 5) {
        apart.referralMoved(into, apart);
      }
    }
    Town.Case odd = going.getFirst();
    odd.told(new IncidentSplit(odd.named(), going.get(1).named(), SAID));
    odd.told(new IncidentLinked(odd.named(), going.get(2).named(), SAID));
    odd.told(new IncidentUnlinked(odd.named(), going.get(2).named(), SAID.plusSeconds(9)));
    return town;
  }

  private static long count(String sql) {
    return DATABASE.count(sql);
  }

  private static void merged(Town.Case one, Town.Case into) {
    one.told(new IncidentMerged(one.named(), into.named(), SAID));
  }
}
