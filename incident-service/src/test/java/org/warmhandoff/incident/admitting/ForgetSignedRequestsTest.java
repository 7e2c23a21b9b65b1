package org.warmhandoff.incident.admitting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack("incident-service")
class ForgetSignedRequestsTest {

  private static final Sql SQL = Sql.database("incident");

  @Inject ForgetSignedRequests forgetSignedRequests;

  private static void put(UUID line, int many, String until) {
    SQL.run(
        "insert into signed_request select ?, int4send(n), 'windsor', 'CA-ON',"
            + " clock_timestamp() + ?::interval from generate_series(1, ?) n",
        line,
        until,
        many);
  }

  private static long left(UUID line) {
    return SQL.count("select count(*) from signed_request where line = ?", line);
  }

  @Test
  void whatIsTooOldIsDroppedSomeAtATimeAndNothingElse() {
    UUID old = UUID.randomUUID();
    UUID young = UUID.randomUUID();
    put(old, ForgetSignedRequests.AT_ONCE + 1, "-1 second");
    put(young, 2, "5 minutes");
    while (forgetSignedRequests.forget()) {
      assertThat(left(old)).isLessThanOrEqualTo(ForgetSignedRequests.AT_ONCE);
    }
    assertThat(left(old)).isZero();
    assertThat(left(young)).isEqualTo(2);
  }
}
