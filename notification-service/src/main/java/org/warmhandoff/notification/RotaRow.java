package org.warmhandoff.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** A rota entry as it was put. */
@Entity
@Table(name = "rota_entry")
public class RotaRow {

  @Id private UUID id;
  private String program;

  @Convert(converter = Json.OfIds.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private List<UUID> staff;

  @Convert(converter = Json.OfWindow.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private WindowSpec rotaWindow;

  private String policeService;
  private String jurisdiction;
  private Instant putAt;

  protected RotaRow() {}

  public RotaRow(UUID id, Program program, List<UUID> staff, WindowSpec window, Instant now) {
    this.id = id;
    this.program = program.code();
    this.staff = List.copyOf(staff);
    this.rotaWindow = window;
    this.policeService = services(program);
    this.jurisdiction = program.jurisdiction();
    this.putAt = now;
  }

  /** Replaces the entry whole. */
  public void put(Program program, List<UUID> staff, WindowSpec window, Instant now) {
    this.program = program.code();
    this.staff = List.copyOf(staff);
    this.rotaWindow = window;
    this.policeService = services(program);
    this.jurisdiction = program.jurisdiction();
    this.putAt = now;
  }

  private static String services(Program program) {
    return String.join(",", program.policeServices().stream().sorted().toList());
  }

  public UUID id() {
    return id;
  }

  public String program() {
    return program;
  }

  public List<UUID> staff() {
    return staff;
  }

  public WindowSpec window() {
    return rotaWindow;
  }
}
