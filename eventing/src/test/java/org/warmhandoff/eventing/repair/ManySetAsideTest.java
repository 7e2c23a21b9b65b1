package org.warmhandoff.eventing.repair;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

/** A list longer than a page, of records that nothing could open. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
@TestSecurity(user = "administrator", roles = Role.ADMINISTRATOR)
class ManySetAsideTest {

  private final Sql sql = Sql.database("incident");

  @BeforeEach
  void fill() {
    sql.run(
        "insert into quarantine (consumer, topic, partition, record_offset, reason, sealed)"
            + " select 'many', 't', 0, n, 'body', '\\x00'::bytea from generate_series(1, 317) n");
  }

  @AfterEach
  void empty() {
    sql.run("delete from quarantine where consumer = 'many'");
  }

  @Test
  void everyOneIsReachedAPageAfterTheOther() {
    Set<Integer> seen = new HashSet<>();
    String next = "/api/v1/repair";
    while (next != null) {
      Response page = given().get(next);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(Long.parseLong(page.header("X-Total-Count"))).isEqualTo(total());
      List<Integer> numbers = page.jsonPath().getList("record.number");
      assertThat(numbers).hasSizeLessThanOrEqualTo(200);
      assertThat(page.jsonPath().getList("body")).allMatch("<not opened>"::equals);
      seen.addAll(numbers);
      String link = page.header("Link");
      next = link == null ? null : "/api/v1/repair" + link.substring(1, link.indexOf('>'));
    }
    assertThat(seen).hasSize((int) total());
  }

  @Test
  void thePageSaysHowManyThereAre() {
    given()
        .header("Accept-Language", "en")
        .get("/operations")
        .then()
        .statusCode(200)
        .body(
            containsString("200 of " + total() + " are shown."),
            containsString("/operations?after="),
            containsString("Someone must look at this."));
    given()
        .header("Accept-Language", "fr")
        .get("/operations?after=1")
        .then()
        .statusCode(200)
        .body(containsString("200 sur "), containsString("Les suivants"));
  }

  private long total() {
    return sql.count("select count(*) from quarantine where behind is null");
  }
}
