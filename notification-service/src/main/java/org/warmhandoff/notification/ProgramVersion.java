package org.warmhandoff.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** One version of a program, as it was put. */
@Entity
@Table(name = "program")
public class ProgramVersion {

  @Id private UUID id;
  private String code;
  private int version;
  private boolean present;

  @Convert(converter = Json.OfProgram.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private ProgramSpec body;

  private String policeService;
  private String jurisdiction;
  private Instant putAt;
  private String putBy;

  protected ProgramVersion() {}

  /** The version that is in force from now on. */
  public ProgramVersion(UUID id, Program program, ProgramSpec body, Instant putAt, String putBy) {
    this.id = id;
    this.code = program.code();
    this.version = program.version();
    this.present = true;
    this.body = body;
    this.policeService = String.join(",", program.policeServices().stream().sorted().toList());
    this.jurisdiction = program.jurisdiction();
    this.putAt = putAt;
    this.putBy = putBy;
  }

  /** Another version took its place. */
  public void superseded() {
    present = false;
  }

  public String code() {
    return code;
  }

  public int version() {
    return version;
  }

  public ProgramSpec body() {
    return body;
  }
}
