package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.Samples.NOON;
import static org.warmhandoff.incident.SceneMoves.INCIDENT;
import static org.warmhandoff.incident.SceneMoves.OFFICER;
import static org.warmhandoff.incident.SceneMoves.moved;
import static org.warmhandoff.incident.SceneMoves.noted;
import static org.warmhandoff.incident.SceneMoves.safe;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.incident.IncidentState.Heard;

/** What ends at a scene when its call is closed. */
class SceneClosingTest {

  private final Heard unsaid = Samples.heard(Samples.report(null, NOON.minusSeconds(60), 1));

  @Test
  void aClosedCallHasNobodyWhoCouldCallItSafe() {
    Heard safe = moved(safe(unsaid, NOON, NOON, Suspect.LEFT)).next();
    for (Status ended : new Status[] {Status.CLOSED, Status.CANCELLED}) {
      Heard closed = Samples.as(ended, safe);
      SceneMove.Moved moved =
          moved(SceneMove.closed(INCIDENT, Status.ACTIVE, closed, NOON.minusSeconds(9)));
      assertThat(moved.event())
          .isEqualTo(new OfficersCleared(INCIDENT, IncidentEvent.THE_SOURCE, NOON));
      assertThat(moved.next().scene()).isInstanceOf(Scene.Cleared.class);
      assertThat(SceneMove.closed(INCIDENT, ended, closed, NOON))
          .as("said safe after it was closed: somebody is there")
          .isInstanceOf(SceneMove.AsBefore.class);
      SceneMove.Noted unheard =
          noted(SceneMove.closed(INCIDENT, Status.ACTIVE, Samples.as(ended, unsaid), NOON));
      assertThat(unheard.said()).as("nothing ended that was told").isNull();
      assertThat(safe(unheard.next(), NOON.minusSeconds(1), NOON, Suspect.LEFT))
          .as("tapped before the call was closed, and sent after")
          .isInstanceOf(SceneMove.Overtaken.class);
      assertThat(safe(unheard.next(), NOON.plusSeconds(1), NOON.plusSeconds(1), Suspect.LEFT))
          .as("whoever says so now is there")
          .isInstanceOf(SceneMove.Moved.class);
    }
    assertThat(SceneMove.closed(INCIDENT, Status.CLOSED, safe, NOON))
        .as("reopened")
        .isInstanceOf(SceneMove.AsBefore.class);
  }

  @Test
  void aClosingEndsAWishThoughTheSceneWasNeverSafe() {
    Wish wish = new Wish(OFFICER, NOON, Help.ON_SITE, null, null);
    Heard wanted = moved(SceneMove.want(INCIDENT, unsaid, wish, List.of())).next();
    SceneMove.Moved closed =
        moved(
            SceneMove.closed(
                INCIDENT, Status.ACTIVE, Samples.as(Status.CLOSED, wanted), NOON.plusSeconds(60)));
    assertThat(closed.event()).isInstanceOf(OfficersCleared.class);
    assertThat(closed.next().wish()).isNull();
    Heard reopened = Samples.as(Status.ACTIVE, closed.next());
    assertThat(moved(safe(reopened, NOON.plusSeconds(90), NOON.plusSeconds(90), Suspect.LEFT)))
        .satisfies(moved -> assertThat(moved.next().wish()).isNull());
    assertThat(SceneMove.want(INCIDENT, closed.next(), wish, List.of()))
        .isInstanceOf(SceneMove.Overtaken.class);
  }

  @Test
  void aClosingHeardOfAfterTheCallWasOpenedAgainEndsWhatWasSaidBeforeIt() {
    Heard safe = moved(safe(unsaid, NOON, NOON, Suspect.LEFT)).next();
    assertThat(SceneMove.closedBefore(INCIDENT, Status.CLOSED, safe, NOON.plusSeconds(1)))
        .isInstanceOf(SceneMove.Moved.class);
    assertThat(SceneMove.closedBefore(INCIDENT, Status.CLOSED, safe, NOON.minusSeconds(1)))
        .as("safe again since")
        .isInstanceOf(SceneMove.AsBefore.class);
    assertThat(SceneMove.closedBefore(INCIDENT, Status.ACTIVE, safe, NOON.plusSeconds(1)))
        .isInstanceOf(SceneMove.AsBefore.class);
  }

  @Test
  void whoLeftBeforeTheCallWasClosedDidLeave() {
    Heard closed =
        noted(
                SceneMove.closed(
                    INCIDENT,
                    Status.ACTIVE,
                    Samples.as(Status.CLOSED, unsaid),
                    NOON.plusSeconds(60)))
            .next();
    assertThat(moved(SceneMove.clear(INCIDENT, closed, OFFICER, NOON)).event())
        .isEqualTo(new OfficersCleared(INCIDENT, OFFICER, NOON.plusSeconds(60)));
  }
}
