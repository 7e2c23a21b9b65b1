package org.warmhandoff.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/** A program as it is to be, beside the version in force. */
@Entity
@Table(name = "program_draft")
public class ProgramDraft {

  @Id private String code;

  @Convert(converter = Json.OfProgram.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private ProgramSpec body;

  private int draftedFrom;
  private Instant savedAt;
  private String savedBy;
  private String policeService;
  private String jurisdiction;

  protected ProgramDraft() {}

  /**
   * A first draft.
   *
   * @param draftedFrom the version in force; 0 where there is none
   */
  ProgramDraft(
      Program program, ProgramSpec body, int draftedFrom, Instant savedAt, String savedBy) {
    this.code = program.code();
    this.body = body;
    this.draftedFrom = draftedFrom;
    this.savedAt = savedAt;
    this.savedBy = savedBy;
    this.policeService = services(program);
    this.jurisdiction = program.jurisdiction();
  }

  /** Saved again; what it was drafted from stays what it was. */
  void save(Program program, ProgramSpec spec, Instant at, String by) {
    body = spec;
    savedAt = at;
    savedBy = by;
    policeService = services(program);
    jurisdiction = program.jurisdiction();
  }

  private static String services(Program program) {
    return String.join(",", program.policeServices().stream().sorted().toList());
  }

  public String code() {
    return code;
  }

  public ProgramSpec body() {
    return body;
  }

  public int draftedFrom() {
    return draftedFrom;
  }

  public Instant savedAt() {
    return savedAt;
  }

  public String savedBy() {
    return savedBy;
  }
}
