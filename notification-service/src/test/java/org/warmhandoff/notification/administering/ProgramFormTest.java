package org.warmhandoff.notification.administering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.notification.EligibilitySpec;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.ProgramSpec;
import org.warmhandoff.notification.WindowSpec;

class ProgramFormTest {

  private static final ProgramSpec FULL =
      new ProgramSpec(
          "car",
          "Support car",
          List.of("cleveland"),
          "GB-ENG",
          "victim",
          "second-response",
          "live-help",
          List.of(
              new WindowSpec(
                  "FREQ=WEEKLY;BYDAY=SA,SU", "14:00", "22:00", null, List.of("2026-12-26")),
              WindowSpec.of("FREQ=MONTHLY;BYDAY=1MO", "09:00", "24:00")),
          "Europe/London",
          "officers-cleared",
          new EligibilitySpec(
              "yes",
              "none",
              null,
              null,
              "closed",
              "partner",
              null,
              "raised",
              List.of("tees", "hill"),
              Map.of("charge", "proceed", "municipality", "next-rung")),
          "crew-of-two",
          "PT10M",
          "night-line",
          "wait",
          List.of(new UUID(0, 1)),
          null,
          "PT24H",
          2,
          List.of(new ProgramSpec.Holiday("2026-12-25", "Christmas Day")),
          List.of("en"),
          List.of("children"),
          List.of("officer", "worker"),
          "519-723-2711");

  /** As a browser sends the form as it was shown. */
  private static MultivaluedMap<String, String> sent(ProgramForm form) {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    sent.add("name", form.name());
    sent.add("mode", form.help().mode());
    sent.add("kind", form.help().kind());
    sent.add("trigger", form.help().trigger());
    sent.add("staffing", form.help().staffing());
    sent.add("zone", form.help().zone());
    sent.add("crew-roles", form.help().crewRoles());
    sent.add("languages", form.help().languages());
    sent.add("skills", form.help().skills());
    for (int i = 0; i < form.windows().size(); i++) {
      ProgramForm.Hours window = form.windows().get(i);
      for (String day : window.days()) {
        sent.add("days-" + i, day);
      }
      sent.add("rule-" + i, window.rule());
      sent.add("from-" + i, window.from());
      sent.add("to-" + i, window.to());
    }
    for (ProgramForm.Asks one : form.asks()) {
      sent.add(one.criterion(), one.wanted());
      sent.add("unknown-" + one.criterion(), one.unknown());
    }
    sent.add("municipalities", form.municipalities());
    sent.add("answer-within", form.answerWithin());
    sent.add("response-target", form.responseTarget());
    sent.add("supervisor-after", form.supervisorAfter());
    sent.add("next-rung", form.nextRung());
    sent.add("outside-window", form.outsideWindow());
    sent.add("help-line", form.helpLine());
    sent.add("holidays", form.holidays());
    return sent;
  }

  @Test
  void whatNobodyChangedStaysAsItWas() {
    Program.of(FULL, 1).fitToPut();
    assertEquals(FULL, ProgramForm.of(sent(ProgramForm.of(FULL))).over(FULL));
    ProgramSpec plain =
        new ProgramSpec(
            "plain",
            "Plain",
            List.of("windsor"),
            "CA-ON",
            "victim",
            "virtual",
            "live-help",
            List.of(WindowSpec.of("FREQ=DAILY", "00:00", "24:00")),
            "America/Toronto",
            "worker-wanted",
            new EligibilitySpec(null, null, null, null, null),
            "rota",
            "PT3M",
            null,
            "nobody",
            List.of(new UUID(0, 1)),
            null);
    assertEquals(plain, ProgramForm.of(sent(ProgramForm.of(plain))).over(plain));
  }

  @Test
  void whatIsChangedIsChangedAndAnEmptyWindowIsNone() {
    MultivaluedMap<String, String> sent = sent(ProgramForm.of(FULL));
    sent.putSingle("answer-within", "4");
    sent.put("days-0", List.of("FR"));
    sent.putSingle("rule-1", "");
    sent.putSingle("from-1", "");
    sent.putSingle("to-1", "");
    sent.putSingle("staffing", "pool");
    sent.putSingle("crew-roles", " ");
    sent.putSingle("skills", "children, elders,");
    sent.putSingle("charge", "any");
    sent.putSingle("unknown-charge", "wait");
    ProgramSpec changed = ProgramForm.of(sent).over(FULL);
    assertEquals("PT4M", changed.answerWithin());
    assertEquals("pool", changed.staffing());
    assertEquals(List.of(), changed.crewRoles());
    assertEquals(List.of("children", "elders"), changed.skills());
    assertEquals(
        List.of(
            new WindowSpec("FREQ=WEEKLY;BYDAY=FR", "14:00", "22:00", null, List.of("2026-12-26"))),
        changed.windows());
    assertEquals("any", changed.eligible() == null ? null : changed.eligible().charge());
    sent.putSingle("supervisor-after", "some");
    assertEquals(
        "/supervisorAfter",
        assertThrows(Flaw.class, () -> ProgramForm.of(sent).over(FULL)).pointer());
  }
}
