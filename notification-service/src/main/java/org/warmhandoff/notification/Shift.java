package org.warmhandoff.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place on duty: whoever has it is paged from {@code starts} until before {@code ends}, both
 * business instants.
 */
@Entity
@Table(name = "shift")
public class Shift {

  @Id private UUID id;
  private @Nullable UUID rotation;
  private @Nullable LocalDate occursOn;
  private int place;
  private UUID crew;
  private String[] programs;
  private String[] zones;
  private @Nullable UUID staff;
  private Instant starts;
  private Instant ends;
  private boolean byHand;
  private @Nullable UUID doubleBooked;
  private @Nullable Instant calledOffAt;
  private String policeService;
  private String jurisdiction;

  protected Shift() {}

  /**
   * A single one, of no rotation.
   *
   * @param crew shared by those who go together
   * @param place position within it
   * @param zones codes of municipalities, nearest first; empty: everywhere alike
   */
  public Shift(
      UUID id, UUID crew, int place, List<Program> served, List<String> zones, Window.Span span) {
    this.id = id;
    this.crew = crew;
    this.place = place;
    this.programs = served.stream().map(Program::code).toArray(String[]::new);
    this.zones = zones.toArray(String[]::new);
    this.starts = span.opens();
    this.ends = span.closes();
    this.byHand = true;
    this.policeService =
        String.join(
            ",",
            served.stream()
                .flatMap(one -> one.policeServices().stream())
                .distinct()
                .sorted()
                .toList());
    this.jurisdiction = served.getFirst().jurisdiction();
  }

  /**
   * Gives it to somebody else; that stays so when its rotation is laid out anew.
   *
   * @param to null: it is open
   */
  public void give(@Nullable UUID to) {
    staff = to;
    byHand = true;
    doubleBooked = null;
  }

  /** It does not take place, or no longer; when its rotation is laid out anew it stays so. */
  public void callOff(Instant now) {
    calledOffAt = now;
    byHand = true;
  }

  public UUID id() {
    return id;
  }

  public UUID crew() {
    return crew;
  }

  public int place() {
    return place;
  }

  public List<String> programs() {
    return List.of(programs);
  }

  public List<String> zones() {
    return List.of(zones);
  }

  /** Whose it is; null: nobody's. */
  public @Nullable UUID staff() {
    return staff;
  }

  /** Who was meant, and has another shift then. */
  public @Nullable UUID doubleBooked() {
    return doubleBooked;
  }

  public Window.Span span() {
    return new Window.Span(starts, ends);
  }

  /** Whether it can still be changed at this instant. */
  public boolean isOpenAt(Instant now) {
    return calledOffAt == null && ends.isAfter(now);
  }

  ShiftRow row() {
    return new ShiftRow(crew, place, programs(), staff, new Duty(span(), zones()));
  }
}
