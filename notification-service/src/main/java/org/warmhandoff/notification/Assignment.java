package org.warmhandoff.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.PageExpired;

/**
 * One program's search for a worker for one incident, and the help that came of it. It keeps the
 * versions of the programs it was opened under: a later change of a program never alters it.
 */
@Entity
public class Assignment extends AtIncident {

  @Id private UUID id;
  private String policeService;
  private String jurisdiction;

  @Enumerated(EnumType.STRING)
  private Audience audience;

  @Embedded private Marks marks;
  @Embedded private Search search;
  @Embedded private Reaching reaching = new Reaching();

  private String stateCode;

  @Convert(converter = Json.OfState.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private AssignmentState state;

  private @Nullable UUID supervisor;
  private boolean nobodyAdvised;
  private long version;
  private @Nullable UUID person;
  private Instant openedAt;
  private Instant changedAt;

  /** A program of the ladder in the version this assignment was opened under. */
  public record Rung(String program, int version, HelpMode mode, Program.Kind kind) {}

  protected Assignment() {}

  private Assignment(
      UUID id, IncidentView incident, List<Program> rungs, int rung, long mark, Instant now) {
    super(incident.incident());
    this.id = id;
    this.policeService = incident.policeService();
    this.jurisdiction = incident.jurisdiction();
    this.audience = rungs.getFirst().audience();
    this.marks = new Marks(mark);
    this.search = new Search(rungs, rung, now);
    this.person = Helped.by(incident, rungs.getFirst(), mark);
    this.openedAt = now;
    this.changedAt = now;
    this.state = new AssignmentState.Proposed();
    this.stateCode = state.code();
  }

  /**
   * Opens one.
   *
   * @param rungs the program and those below it
   * @param rung where on that ladder the search starts; past its end: with the supervisors
   * @param mark the fact of the incident that caused it
   */
  public static Assignment open(
      UUID id, IncidentView incident, List<Program> rungs, int rung, long mark, Instant now) {
    return new Assignment(id, incident, rungs, rung, mark, now);
  }

  /** What goes on where this one is passed on by hand: nobody it asked is asked again. */
  Assignment passedOn(UUID to, IncidentView at, List<Program> rungs, Instant now) {
    Assignment next = new Assignment(to, at, rungs, rung(), mark(), now);
    next.search.asAfter(search, occupied());
    next.nobodyAdvised = nobodyAdvised;
    next.openedAt = openedAt;
    return next;
  }

  /** For {@link Ladder}. */
  public Ladder.Position position(List<Program> rungs) {
    return search.position(rungs);
  }

  /** Carries out one planned step. */
  public AssignmentEvent apply(Step step, Instant now) {
    switch (step) {
      case Step.PageCrew page -> {
        search.paged(page.crew());
        become(
            new AssignmentState.Paged(page.crew().staff(), now, page.answerBy(), page.pool()), now);
      }
      case Step.ChangeRung change -> {
        search.changeRung(change.rung());
        become(new AssignmentState.Proposed(), now);
      }
      case Step.Wait wait -> {
        search.waiting(wait);
        become(new AssignmentState.Waiting(wait.until(), wait.forWorker()), now);
      }
      case Step.Tell tell -> {
        search.told(tell);
        become(state.told(tell, now), now);
      }
      case Step.StandDown down -> {
        search.endRound();
        become(AssignmentState.StoodDown.of(down, state, now), now);
      }
      case Step.Reassign passed -> {
        search.endRound();
        become(AssignmentState.Reassigned.of(passed, state, now), now);
      }
      case Step.Unattended nobody -> throw new IllegalArgumentException("tells nobody anything");
    }
    return Telling.of(this, step, now);
  }

  /** Nobody can be told yet. Nothing is told to anyone by that; the board shows it. */
  public void leaveUnattended(Step.Unattended nobody, Instant now) {
    search.endRound();
    become(state.unattended(nobody.retryAt()), now);
  }

  /** Carries out one answer of a worker or a supervisor; empty where it was given before. */
  public List<AssignmentEvent> answer(Answer answer, UUID staff, Instant now) {
    Answers.Answered answered = Answers.to(this, answer, staff, now);
    if (!answered.events().isEmpty()) {
      become(answered.next(), now);
      search.heard(answer, staff);
      reaching.heard(answer, now);
    }
    return answered.events();
  }

  /** Nobody answered by the deadline. */
  public AssignmentEvent expired(Instant now) {
    become(new AssignmentState.Proposed(), now);
    return new PageExpired(incident(), id, current().program(), now);
  }

  /** Takes the page back without a word: whoever has it is told it is over when they look. */
  public void withdrawPage(Instant now) {
    become(new AssignmentState.Proposed(), now);
  }

  /** Takes it back from these; from everyone, where it was not offered to each of them alone. */
  void withdrawFrom(AssignmentState.Paged paged, Collection<UUID> out, Instant now) {
    become(paged.without(out), now);
  }

  /** Which facts of its incidents it answers. */
  Marks marks() {
    return marks;
  }

  /** The last fact of this incident that it answers; it belongs there, or counts for it. */
  long markAt(UUID at) {
    return at.equals(incident()) ? marks.mark() : marks.counted();
  }

  /** The number of the event that is told next. */
  public long nextVersion() {
    return ++version;
  }

  /** Whether police were told just now, and for the first time, that nobody can come. */
  public boolean adviseNobody() {
    boolean first = !nobodyAdvised && ladder().getFirst().kind() == Program.Kind.LIVE_HELP;
    nobodyAdvised = true;
    return first;
  }

  /** When something happens although nobody answers. */
  public Optional<Deadline> deadline() {
    return search.deadline(state);
  }

  /** Whether it goes on as soon as somebody has nothing else in hand, its deadline or not. */
  public boolean waitsForWorker() {
    return state instanceof AssignmentState.Waiting waiting && waiting.forWorker();
  }

  /**
   * Nobody has said yes within its program's response target: told once, while it goes on looking.
   *
   * @return whether it has just become late
   */
  boolean becomesLate(Instant now) {
    return search.becomesLate(state, now);
  }

  /** Whether a supervisor was to hear that nobody said yes in time. */
  public boolean late() {
    return search.late();
  }

  /** Who is called on by it now: offered, in hand, or stopped without having said so. */
  public List<UUID> occupied() {
    return state.occupied();
  }

  /** Whether those it occupies can be called on by nothing else that is urgent. */
  public boolean binds() {
    return search.binds(state);
  }

  private void become(AssignmentState next, Instant now) {
    state = next;
    stateCode = next.code();
    supervisor = next.waitsForSupervisor();
    changedAt = now;
  }

  /** The program whose turn it is. */
  public Rung current() {
    return search.current();
  }

  /** Whom it is for; null where that was not known. */
  public @Nullable UUID person() {
    return person;
  }

  public boolean over() {
    return state instanceof AssignmentState.Over;
  }

  public UUID id() {
    return id;
  }

  public String policeService() {
    return policeService;
  }

  public String jurisdiction() {
    return jurisdiction;
  }

  public Audience audience() {
    return audience;
  }

  public AssignmentState state() {
    return state;
  }

  /** The supervisor who is to acknowledge now. */
  public @Nullable UUID supervisor() {
    return supervisor;
  }

  /** Whether this supervisor was told of it at any time in this round. */
  public boolean wasTold(UUID staff) {
    return search.wasTold(staff);
  }

  public List<Rung> ladder() {
    return search.ladder();
  }

  public int rung() {
    return search.rung();
  }

  public int attempt() {
    return search.attempt();
  }

  public long mark() {
    return marks.mark();
  }

  public long version() {
    return version;
  }

  public Reaching reaching() {
    return reaching;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
