package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.AssignmentEvent.Verdict;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.notification.Decision.Start;
import org.warmhandoff.notification.Decision.Weighed;

/**
 * Who is to be paged for an incident: a pure function of the incident, the programs, the roster,
 * the load and the instant. The same input gives the same decision, reasons and order included.
 */
public final class Routing {

  /** NIBRS relationship code "victim was offender". */
  private static final String VICTIM_WAS_OFFENDER = "VO";

  private final Situation situation;
  private final IncidentView incident;
  private final Map<String, Program> programs = new LinkedHashMap<>();
  private final Candidates candidates;
  private final Instant now;

  private Routing(
      Situation situation, List<Program> programs, Roster roster, Load load, Instant now) {
    this.situation = situation;
    this.incident = situation.incident();
    programs.forEach(program -> this.programs.put(program.code(), program));
    this.now = now;
    this.candidates = new Candidates(incident, roster, load, now);
  }

  /**
   * Decides.
   *
   * @param programs every program of the incident's police service, or the rungs of one assignment
   * @param now the instant all windows and deadlines are held against
   */
  public static Decision decide(
      Situation situation, List<Program> programs, Roster roster, Load load, Instant now) {
    return new Routing(situation, programs, roster, load, now).decide();
  }

  /** A program and every rung below it, as far as they are among these programs. */
  static List<Program> ladder(Program top, Map<String, Program> programs) {
    List<Program> rungs = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Program rung = top; rung != null && seen.add(rung.code()); rung = below(rung, programs)) {
      rungs.add(rung);
    }
    return rungs;
  }

  static List<Program> ladder(Program top, List<Program> programs) {
    Map<String, Program> byCode = new LinkedHashMap<>();
    programs.forEach(program -> byCode.put(program.code(), program));
    return ladder(top, byCode);
  }

  private static @Nullable Program below(Program rung, Map<String, Program> programs) {
    return rung.nextRung() == null ? null : programs.get(rung.nextRung());
  }

  private Decision decide() {
    Map<String, EligibilityRule.Answer> answers = new LinkedHashMap<>();
    programs.values().forEach(program -> answers.put(program.code(), answer(program)));
    List<Weighed> weighed =
        programs.values().stream().map(program -> weigh(program, answers)).toList();
    return new Decision(incident, now, weighed, candidates.conflicts());
  }

  private Weighed weigh(Program program, Map<String, EligibilityRule.Answer> answers) {
    EligibilityRule.Answer answer = known(answers, program);
    Trigger.Standing trigger = program.trigger().of(incident, program, now);
    boolean asked = answer.eligibility() == Eligibility.ELIGIBLE;
    return new Weighed(
        program,
        answer,
        verdict(program, answer),
        trigger,
        program.windowAt(now).orElse(null),
        program.windowAfter(now).orElse(null),
        new Later<>(() -> asked ? List.copyOf(candidates.crews(program)) : List.of()),
        new Later<>(() -> candidates.supervisors(program)),
        start(program, answer, trigger, answers));
  }

  private EligibilityRule.Answer answer(Program program) {
    EligibilityRule.Answer answer = program.eligible().weigh(incident);
    boolean review =
        program.audience() == Audience.ALLEGED_OFFENDER
            && answer.eligibility() == Eligibility.ELIGIBLE
            && dualRole(incident.facts());
    return review ? new EligibilityRule.Answer(Eligibility.OPEN, Reason.of("dual-role")) : answer;
  }

  /**
   * Where someone is called victim and offender, at once or of the same other one in another
   * incident, a person decides on the offender side.
   */
  private static boolean dualRole(IncidentFacts facts) {
    Set<UUID> victims = new HashSet<>();
    facts.parties().stream()
        .filter(party -> party.role() == PartyRole.VICTIM)
        .forEach(party -> victims.add(party.person()));
    return VICTIM_WAS_OFFENDER.equals(facts.relationship())
        || facts.parties().stream()
            .filter(party -> party.role() == PartyRole.ALLEGED_OFFENDER)
            .anyMatch(party -> party.turned() == Known.YES || victims.contains(party.person()));
  }

  private Verdict verdict(Program program, EligibilityRule.Answer answer) {
    Instant received = incident.facts().receivedAt();
    Window.@Nullable Span at = program.windowAt(received).orElse(null);
    Window.@Nullable Span shown = at == null ? program.windowAfter(received).orElse(null) : at;
    return new Verdict(
        program.code(),
        program.audience(),
        program.mode(),
        answer.eligibility(),
        at != null,
        shown == null ? null : shown.closes(),
        answer.reason().shown().code());
  }

  private Start start(
      Program program,
      EligibilityRule.Answer answer,
      Trigger.Standing trigger,
      Map<String, EligibilityRule.Answer> answers) {
    if (incident.mode() != Mode.LIVE) {
      return holds("not-live");
    }
    if (answer.eligibility() != Eligibility.ELIGIBLE && !passesDown(program, answer, answers)) {
      return new Start.Holds(answer.reason());
    }
    return switch (trigger) {
      case Trigger.Standing.Missing missing -> new Start.Holds(missing.reason());
      case Trigger.Standing.Fired fired -> fired(program, fired.mark(), answers);
    };
  }

  /**
   * Whether it starts so that the rung below goes at once. Where one of those starts on a fact of
   * its own, that one needs nobody to pass anything to it.
   */
  private boolean passesDown(
      Program program, EligibilityRule.Answer answer, Map<String, EligibilityRule.Answer> answers) {
    if (!answer.passes()) {
      return false;
    }
    boolean taker = false;
    for (Program below : ladder(program, programs)) {
      if (below != program && known(answers, below).eligibility() == Eligibility.ELIGIBLE) {
        if (below.trigger().of(incident, below, now) instanceof Trigger.Standing.Fired) {
          return false;
        }
        taker = taker || !below.needsItsTrigger();
      }
    }
    return taker;
  }

  private Start fired(Program program, long mark, Map<String, EligibilityRule.Answer> answers) {
    if (beforeReopening(program, mark)) {
      return holds("before-reopening");
    }
    for (Situation.HelpSoFar help : situation.soFar()) {
      if (help.live() && help.programs().contains(program.code())) {
        return holds("already-open");
      }
    }
    if (done(program, mark)) {
      return holds("already-done");
    }
    for (Program upper : programs.values()) {
      if (upper != program
          && known(answers, upper).eligibility() == Eligibility.ELIGIBLE
          && ladder(upper, programs).contains(program)
          && speaksFirst(upper, program)) {
        return holds("rung-below", upper.code());
      }
    }
    boolean byDesign =
        program.outsideWindow() == Program.OutsideWindow.NOBODY && program.windowAt(now).isEmpty();
    if (byDesign) {
      return holds("outside-window");
    }
    return stale(program, mark) ? holds("stale") : new Start.Opens(mark);
  }

  /**
   * A call that was over and is open again calls on nobody for what was said before; a list of
   * follow-ups goes on, for she consented whatever becomes of the call.
   */
  private boolean beforeReopening(Program program, long mark) {
    if (program.kind() == Program.Kind.FOLLOW_UP) {
      return false;
    }
    IncidentView.Wanted wanted = incident.wanted();
    // of two facts that complete each other both must have been said since
    long first =
        program.trigger() == Trigger.SCENE_SAFE_AND_WORKER_WANTED
                && wanted != null
                && incident.scene() instanceof IncidentView.Scene.Safe safe
            ? Math.min(safe.mark(), wanted.mark())
            : mark;
    return first < incident.reopenMark();
  }

  /** Whether help that came of this fact, or of a later one, is over. */
  private boolean done(Program program, long mark) {
    return situation.soFar().stream()
        .anyMatch(
            help ->
                help.programs().contains(program.code())
                    && !help.live()
                    && !help.stoodDown()
                    && mark <= help.mark());
  }

  /** Live help is for now: a fact that comes hours late sends nobody to a door. */
  private boolean stale(Program program, long mark) {
    return program.kind() == Program.Kind.LIVE_HELP
        && incident
            .timeOf(mark)
            .filter(at -> at.plus(situation.freshFor()).isBefore(now))
            .isPresent();
  }

  /**
   * Whether what was asked for is the upper rung's to answer, now or once the scene is safe. Once
   * it has, what comes after it need not wait any longer.
   */
  private boolean speaksFirst(Program upper, Program lower) {
    if (ladder(lower, programs).contains(upper)) {
      return false;
    }
    IncidentView.Wanted wanted = incident.wanted();
    return switch (upper.trigger()) {
      case SCENE_SAFE_AND_WORKER_WANTED ->
          wanted != null && wanted.help() == Help.ON_SITE && !done(upper, wanted.mark());
      case WORKER_WANTED, INCIDENT_OPEN, OFFICERS_CLEARED, CONSENT_GIVEN, ARREST_AND_RELEASE ->
          upper.trigger().of(incident, upper, now) instanceof Trigger.Standing.Fired fired
              && !done(upper, fired.mark());
    };
  }

  private static Start holds(String code, Object... args) {
    return new Start.Holds(Reason.of(code, args));
  }

  private static EligibilityRule.Answer known(
      Map<String, EligibilityRule.Answer> answers, Program program) {
    return Objects.requireNonNull(answers.get(program.code()));
  }
}
