package org.warmhandoff.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A rotation as it was put; its shifts are laid out from it. */
@Entity
@Table(name = "rota_entry")
public class RotaRow {

  @Id private UUID id;

  /** The first one, whose zone the window is in. */
  private String program;

  private String[] programs;

  @Convert(converter = Json.OfIds.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private List<UUID> staff;

  @Convert(converter = Json.OfWindow.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private WindowSpec rotaWindow;

  @Convert(converter = Json.OfTurns.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private @Nullable Turns turns;

  private String zone;
  private String[] zones = {};
  private @Nullable Instant laidUntil;
  private String policeService;
  private String jurisdiction;
  private Instant putAt;

  protected RotaRow() {}

  /**
   * A rotation.
   *
   * @param programs it serves, the first one's zone is the window's
   */
  public RotaRow(UUID id, List<Program> programs, Turns turns, WindowSpec window, Instant now) {
    Program first = programs.getFirst();
    this.id = id;
    this.program = first.code();
    this.programs = codes(programs);
    this.turns = turns;
    this.staff = turns.staff();
    this.rotaWindow = window;
    this.zone = first.zone().getId();
    this.policeService = services(programs);
    this.jurisdiction = first.jurisdiction();
    this.putAt = now;
  }

  /** Replaces it whole. */
  public void put(List<Program> programs, Turns turns, WindowSpec window, Instant now) {
    Program first = programs.getFirst();
    this.program = first.code();
    this.programs = codes(programs);
    this.turns = turns;
    this.staff = turns.staff();
    this.rotaWindow = window;
    this.zone = first.zone().getId();
    this.policeService = services(programs);
    this.jurisdiction = first.jurisdiction();
    this.putAt = now;
  }

  private static String[] codes(List<Program> programs) {
    return programs.stream().map(Program::code).toArray(String[]::new);
  }

  private static String services(List<Program> programs) {
    return String.join(
        ",",
        programs.stream()
            .flatMap(one -> one.policeServices().stream())
            .distinct()
            .sorted()
            .toList());
  }

  /**
   * Says where they are meant to go.
   *
   * @param codes of municipalities, nearest first; empty: everywhere alike
   */
  public void covers(List<String> codes) {
    zones = codes.toArray(String[]::new);
  }

  public List<String> zones() {
    return List.of(zones);
  }

  /** Its shifts are laid out until then. */
  public void laid(Instant until) {
    laidUntil = until;
  }

  public UUID id() {
    return id;
  }

  public List<String> programs() {
    return List.of(programs);
  }

  /** Who takes turns; everyone always, where it was put before there were turns. */
  public Turns turns() {
    return turns == null ? Turns.always(staff) : turns;
  }

  public Window window() {
    return Window.of(rotaWindow, ZoneId.of(zone), "/window");
  }

  public @Nullable Instant laidUntil() {
    return laidUntil;
  }

  public String policeService() {
    return policeService;
  }

  public String jurisdiction() {
    return jurisdiction;
  }
}
