package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.ProgramChange.What;

/**
 * Programs being changed: versions put, drafts saved, published and discarded, each with its line
 * in the history. Changes of one program come one after the other.
 */
@ApplicationScoped
public class ProgramDrafts implements PanacheRepositoryBase<ProgramDraft, String> {

  private final Programs programs;
  private final ProgramHistory history;
  private final InstantSource clock;

  ProgramDrafts(Programs programs, ProgramHistory history, InstantSource clock) {
    this.programs = programs;
    this.history = history;
    this.clock = clock;
  }

  /**
   * Puts a version into force; the same again changes nothing.
   *
   * @return the version in force now
   * @throws Flaw where a field is missing or wrong
   */
  public int put(ProgramSpec spec, String by) {
    return put(spec, What.PUT, by);
  }

  /**
   * Saves a draft.
   *
   * @throws Flaw where it could not be put into force as it is
   */
  public ProgramDraft save(ProgramSpec spec, String by) {
    String code = String.valueOf(spec.code());
    programs.lockCode(code);
    Optional<ProgramVersion> present = programs.present(code);
    int version = present.map(ProgramVersion::version).orElse(0);
    Program program = Program.of(spec, version + 1).fitToPut();
    ProgramDraft draft = findById(code);
    ProgramSpec before =
        draft == null ? present.map(ProgramVersion::body).orElse(null) : draft.body();
    if (draft == null) {
      draft = new ProgramDraft(program, spec, version, clock.instant(), by);
      persist(draft);
    } else {
      draft.save(program, spec, clock.instant(), by);
    }
    keep(What.DRAFTED, null, before, spec, by);
    return draft;
  }

  /**
   * Puts a draft into force.
   *
   * @throws Problem 404 where there is none, 409 where another version came into force meanwhile
   */
  public int publish(String code, String by) {
    programs.lockCode(code);
    ProgramDraft draft = present(code);
    int inForce = programs.present(code).map(ProgramVersion::version).orElse(0);
    if (inForce != draft.draftedFrom()) {
      throw Problem.conflict(
              "program-changed",
              "Another version came into force since this was drafted: discard it and draft again.")
          .expected("version " + draft.draftedFrom() + ", where now is " + inForce);
    }
    delete(draft);
    return put(draft.body(), What.PUBLISHED, by);
  }

  /**
   * Throws a draft away.
   *
   * @throws Problem 404 where there is none
   */
  public void discard(String code, String by) {
    programs.lockCode(code);
    ProgramDraft draft = present(code);
    delete(draft);
    ProgramSpec inForce = programs.present(code).map(ProgramVersion::body).orElse(null);
    keep(What.DISCARDED, null, inForce, draft.body(), by);
  }

  /**
   * The draft of a program.
   *
   * @throws Problem 404 where there is none
   */
  public ProgramDraft present(String code) {
    ProgramDraft draft = findById(code);
    if (draft == null) {
      throw Problem.notFound("no-draft", "This program has no draft.");
    }
    return draft;
  }

  private int put(ProgramSpec spec, What what, String by) {
    String code = String.valueOf(spec.code());
    programs.lockCode(code);
    Optional<ProgramVersion> present = programs.present(code);
    if (present.isPresent() && present.get().body().equals(spec)) {
      return present.get().version();
    }
    int version = present.map(found -> found.version() + 1).orElse(1);
    Program program = Program.of(spec, version).fitToPut();
    present.ifPresent(ProgramVersion::superseded);
    programs.flush();
    programs.persist(new ProgramVersion(UUID.randomUUID(), program, spec, clock.instant(), by));
    keep(what, version, present.map(ProgramVersion::body).orElse(null), spec, by);
    return version;
  }

  private void keep(
      What what,
      @Nullable Integer version,
      @Nullable ProgramSpec before,
      ProgramSpec after,
      String by) {
    List<String> fields = ProgramChange.fields(before, after);
    history.keep(after, new ProgramChange(what, version, fields, clock.instant(), by));
  }
}
