package org.warmhandoff.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class OneColumnTest {

  /** Plans are counted for all threads: other queries of the service may be among them. */
  private static final int ASKED = 100;

  @Inject EntityManager entities;

  @Test
  @Transactional
  void aQueryIsPlannedOnceHoweverOftenItIsAsked() {
    Statistics statistics =
        entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    String sql = "select :id as id";
    UUID id = UUID.fromString("00000000-0000-4000-8000-000000000001");
    long planned = statistics.getQueryPlanCacheMissCount();
    try {
      for (int i = 0; i < ASKED; i++) {
        assertThat(ask(sql, id)).isEqualTo(id);
      }
      assertThat(statistics.getQueryPlanCacheMissCount() - planned).isBetween(1L, ASKED / 2L);
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  @Test
  @Transactional
  void readsEachKindAsItIsAskedFor() {
    String kinds = "select true as yes, cast(7 as bigint) as seven, now() as now, null as nothing";
    assertThat(OneColumn.of(entities, kinds, "yes", Boolean.class).getSingleResult()).isTrue();
    assertThat(OneColumn.of(entities, kinds, "seven", Long.class).getSingleResult()).isEqualTo(7);
    assertThat(OneColumn.of(entities, kinds, "now", Instant.class).getSingleResult()).isNotNull();
    assertThat(OneColumn.of(entities, kinds, "nothing", UUID.class).getSingleResult()).isNull();
  }

  private UUID ask(String sql, UUID id) {
    return OneColumn.of(entities, sql, "id", UUID.class).setParameter("id", id).getSingleResult();
  }
}
