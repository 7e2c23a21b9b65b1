package org.warmhandoff.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.eventing.seal.Seal;
import org.warmhandoff.testbed.WithStack;

/** What fails while a service closes is not the record's fault, although the database answers. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class StoppingTest {

  @Inject DataSource database;
  @Inject Instance<EntityManager> entities;
  @Inject Seal seal;
  @Inject InboxMeters meters;

  @Test
  void noRecordIsSetAsideForWhatFailsDuringShutdown() {
    Transactions transactions = new Transactions(database, entities, seal, meters);
    Trial trial = new Trial("stopping", transactions);
    RuntimeException closed = new IllegalStateException("Session/EntityManager is closed");
    assertThat(trial.judge(closed, 1)).isEqualTo(Trial.Verdict.AGAIN);

    transactions.stop(new ShutdownEvent());

    assertThatThrownBy(() -> trial.judge(closed, 1)).isInstanceOf(Transactions.Stopped.class);
  }
}
