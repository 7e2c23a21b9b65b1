package org.warmhandoff.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.bench.intake.Tables.Column;
import org.warmhandoff.bench.intake.Tables.Written;

class ScriptTest {

  private static final String INCIDENT = "6b0ff8a2-4f4b-4f4c-9d3e-0123456789ab";
  private static final String DIGEST = "\\x" + "ab".repeat(32);

  @Test
  void whatOneTransactionWroteIsWrittenInOneTransaction() {
    List<Written> written =
        List.of(
            new Written(
                "incident",
                List.of(
                    new Column("id", "uuid"),
                    new Column("external_id", "text"),
                    new Column("as_of", "timestamp with time zone"),
                    new Column("digest", "bytea"),
                    new Column("sequence", "bigint")),
                List.of(Arrays.asList(INCIDENT, "B1", "2026-01-31 22:15:00+00", DIGEST, null))),
            new Written(
                "outbox",
                List.of(new Column("record_key", "text"), new Column("body", "bytea")),
                List.of(Arrays.asList(INCIDENT, "\\x7b7d"))));
    assertThat(Script.of(written, "B1", 64).split("\n"))
        .containsExactly(
            "\\set i :i + 1",
            "\\set n :i * 64 + :client_id",
            "begin;",
            "insert into incident (id, external_id, as_of, digest, sequence) values "
                + "(md5(:n::text || '-0')::uuid, ('P' || lpad(:n::text, 10, '0')), now(), "
                + "sha256((:n::text || '-0')::bytea), null::bigint);",
            "insert into outbox (record_key, body) values "
                + "(md5(:n::text || '-0')::uuid::text, E'\\\\x7b7d'::bytea);",
            "commit;");
  }

  @Test
  void rowsOfOneTableGoInOneStatement() {
    Written fields =
        new Written(
            "person_field",
            List.of(new Column("field", "text")),
            List.of(List.of("NAME"), List.of("at 10:15, 'late'")));
    assertThat(Script.of(List.of(fields), "B1", 8))
        .contains(
            "insert into person_field (field) values "
                + "(E'NAME'::text), (E'at 10\\x3a15, ''late'''::text);");
  }

  @Test
  void idsThatLieNearStayNear() {
    for (String id :
        List.of("0199c9a8-4f4b-7f4c-9d3e-0123456789ab", "6b0ff8a2-4f4b-8f4c-9d3e-0123456789ab")) {
      Written person =
          new Written("person", List.of(new Column("id", "uuid")), List.of(List.of(id)));
      assertThat(Script.of(List.of(person), "B1", 8))
          .contains("(lpad(to_hex(:n::bigint), 16, '0') || lpad('0', 16, '0'))::uuid");
    }
  }
}
