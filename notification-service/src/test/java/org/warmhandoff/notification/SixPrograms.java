package org.warmhandoff.notification;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The six programs the announcements and evaluations describe, and a seventh of a new kind. */
final class SixPrograms {

  static final UUID FIRST_SUPERVISOR = staff(91);
  static final UUID SECOND_SUPERVISOR = staff(92);

  private static final String DAILY = "FREQ=DAILY";
  private static final String WEEKEND = "FREQ=WEEKLY;BYDAY=SA,SU";
  private static final String TORONTO = "America/Toronto";

  private SixPrograms() {}

  static UUID staff(int number) {
    return new UUID(0, number);
  }

  static ProgramSpec windsorOnScene() {
    return spec("windsor-onscene", "windsor", "CA-ON", "victim", "on-site", "live-help", TORONTO)
        .windows(WindowSpec.of("FREQ=WEEKLY;BYDAY=WE,TH,FR,SA,SU", "15:00", "23:00"))
        .trigger("scene-safe-and-worker-wanted")
        .target("PT10M")
        .ladder("PT3M", "hiatus-virtual", "next-rung")
        .build();
  }

  static ProgramSpec hiatusVirtual() {
    return spec("hiatus-virtual", "windsor", "CA-ON", "victim", "virtual", "live-help", TORONTO)
        .windows(WindowSpec.of(DAILY, "00:00", "24:00"))
        .trigger("worker-wanted")
        .ladder("PT3M", null, "next-rung")
        .build();
  }

  static ProgramSpec fsweEarly() {
    return spec("fswe-early", "windsor", "CA-ON", "victim", "follow-up", "follow-up", TORONTO)
        .windows(WindowSpec.of("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "09:00", "17:00"))
        .trigger("consent-given")
        .eligible(new EligibilitySpec("yes", "none", "any", "any", "closed"))
        .ladder("PT4H", null, "wait")
        .agency("fswe")
        .build();
  }

  static ProgramSpec clevelandCar() {
    return spec(
            "cleveland-car",
            "cleveland",
            "GB-ENG",
            "victim",
            "second-response",
            "live-help",
            "Europe/London")
        .windows(WindowSpec.of(WEEKEND, "14:00", "22:00"))
        .trigger("officers-cleared")
        .crew()
        .ladder("PT10M", null, "nobody")
        .build();
  }

  static ProgramSpec clevelandControl() {
    return spec(
            "cleveland-control",
            "cleveland",
            "GB-ENG",
            "victim",
            "control-room",
            "live-help",
            "Europe/London")
        .windows(WindowSpec.of(WEEKEND, "14:00", "21:30"))
        .trigger("incident-open")
        .eligible(new EligibilitySpec("yes", "any", "any", "any", "open"))
        .pool()
        .ladder("PT5M", null, "nobody")
        .build();
  }

  static ProgramSpec richelieuOutreach() {
    return spec(
            "richelieu-outreach",
            "richelieu",
            "CA-QC",
            "alleged-offender",
            "outreach",
            "follow-up",
            TORONTO)
        .windows(WindowSpec.of(DAILY, "09:00", "17:00"))
        .trigger("arrest-and-release")
        .eligible(new EligibilitySpec("yes", "any", "any", "yes", "any"))
        .ladder("PT24H", null, "wait")
        .build();
  }

  /** A Nurse Police Team, Friday and Saturday nights: it needs a row, and no code. */
  static ProgramSpec nursePoliceTeam() {
    return spec("nurse-police-team", "windsor", "CA-ON", "victim", "on-site", "live-help", TORONTO)
        .windows(WindowSpec.of("FREQ=WEEKLY;BYDAY=FR,SA", "20:00", "04:00"))
        .trigger("scene-safe-and-worker-wanted")
        .eligible(new EligibilitySpec("any", "any", "yes", "any", "open"))
        .crew()
        .ladder("PT2M", "hiatus-virtual", "next-rung")
        .build();
  }

  static List<Program> all() {
    return Stream.of(
            windsorOnScene(),
            hiatusVirtual(),
            fsweEarly(),
            clevelandCar(),
            clevelandControl(),
            richelieuOutreach())
        .map(spec -> Program.of(spec, 1))
        .toList();
  }

  static Builder spec(
      String code,
      String policeService,
      String jurisdiction,
      String audience,
      String mode,
      String kind,
      String zone) {
    return new Builder(code, policeService, jurisdiction, audience, mode, kind, zone);
  }

  /** Puts a specification together. */
  static final class Builder {
    private final String code;
    private final String policeService;
    private final String jurisdiction;
    private final String audience;
    private final String mode;
    private final String kind;
    private final String zone;
    private List<WindowSpec> windows = List.of();
    private String trigger = "incident-open";
    private EligibilitySpec eligible = new EligibilitySpec("yes", "any", "any", "any", "any");
    private String staffing = "rota";
    private String answerWithin = "PT3M";
    private @Nullable String nextRung;
    private String outsideWindow = "next-rung";
    private @Nullable String agency;
    private @Nullable String responseTarget;

    private Builder(
        String code,
        String policeService,
        String jurisdiction,
        String audience,
        String mode,
        String kind,
        String zone) {
      this.code = code;
      this.policeService = policeService;
      this.jurisdiction = jurisdiction;
      this.audience = audience;
      this.mode = mode;
      this.kind = kind;
      this.zone = zone;
    }

    Builder windows(WindowSpec... given) {
      windows = List.of(given);
      return this;
    }

    Builder trigger(String given) {
      trigger = given;
      return this;
    }

    Builder eligible(EligibilitySpec given) {
      eligible = given;
      return this;
    }

    Builder pool() {
      staffing = "pool";
      return this;
    }

    Builder crew() {
      staffing = "crew-of-two";
      return this;
    }

    Builder ladder(String within, @Nullable String next, String outside) {
      answerWithin = within;
      nextRung = next;
      outsideWindow = outside;
      return this;
    }

    Builder agency(String given) {
      agency = given;
      return this;
    }

    Builder target(String given) {
      responseTarget = given;
      return this;
    }

    ProgramSpec build() {
      return new ProgramSpec(
          code,
          "Demo " + code,
          List.of(policeService),
          jurisdiction,
          audience,
          mode,
          kind,
          windows,
          zone,
          trigger,
          eligible,
          staffing,
          answerWithin,
          nextRung,
          outsideWindow,
          List.of(FIRST_SUPERVISOR, SECOND_SUPERVISOR),
          agency,
          responseTarget,
          null,
          null,
          null,
          null,
          null,
          null);
    }
  }
}
