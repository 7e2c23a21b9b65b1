package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.GapsAhead;
import org.warmhandoff.notification.Leave;
import org.warmhandoff.notification.Leaves;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.Shift;
import org.warmhandoff.notification.ShiftBook;
import org.warmhandoff.notification.ShiftOffer;
import org.warmhandoff.notification.ShiftOffers;
import org.warmhandoff.notification.Window;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/** The rota as somebody may see it. */
@ApplicationScoped
public class ReadRota {

  private static final Duration MOST = Duration.ofDays(31);

  private final ShiftBook book;
  private final ShiftOffers offers;
  private final Programs programs;
  private final Leaves leaves;
  private final Workers workers;
  private final GapsAhead gaps;
  private final InstantSource clock;

  ReadRota(
      ShiftBook book,
      ShiftOffers offers,
      Programs programs,
      Leaves leaves,
      Workers workers,
      GapsAhead gaps,
      InstantSource clock) {
    this.book = book;
    this.offers = offers;
    this.programs = programs;
    this.leaves = leaves;
    this.workers = workers;
    this.gaps = gaps;
    this.clock = clock;
  }

  /**
   * Who reads.
   *
   * @param staff null: no member of staff
   * @param policeService of a dispatcher, whose programs they see; null for others
   * @param everything an administrator's view
   */
  public record Reader(@Nullable UUID staff, @Nullable String policeService, boolean everything) {}

  /**
   * What lies between two instants, 31 days at most: of a dispatcher the programs of their police
   * service, of others those they answer for or work in.
   */
  @Transactional
  public RotaView read(Window.Span span, Reader reader) {
    Instant from = span.opens();
    Instant until = from.plus(MOST).isBefore(span.closes()) ? from.plus(MOST) : span.closes();
    UUID staff = reader.staff();
    Set<String> planned = staff == null ? Set.of() : Set.copyOf(programs.supervisedBy(staff));
    Set<String> served = staff == null ? Set.of() : book.served(staff);
    List<Program> shown = shown(reader, planned, served);
    List<Shift> shifts = book.between(from, until);
    Map<UUID, ShiftOffer> offered = new HashMap<>();
    offers
        .among(shifts.stream().map(Shift::id).toList())
        .forEach(offer -> offered.put(offer.shift(), offer));
    Instant now = clock.instant();
    List<GapsAhead.Gap> ahead =
        until.isAfter(now) ? gaps.of(shown, from.isAfter(now) ? from : now, until) : List.of();
    List<RotaView.OfProgram> views = new ArrayList<>();
    for (Program program : shown) {
      String code = program.code();
      views.add(
          new RotaView.OfProgram(
              code,
              program.name(),
              program.zone().getId(),
              reader.everything() || planned.contains(code),
              shifts.stream()
                  .filter(one -> one.programs().contains(code))
                  .map(
                      one ->
                          place(
                              one,
                              program,
                              offered.get(one.id()),
                              staff,
                              served.contains(code) && one.isOpenAt(now)))
                  .toList(),
              ahead.stream()
                  .filter(gap -> gap.program().code().equals(code))
                  .map(gap -> new RotaView.Gap(gap.span().opens(), gap.span().closes()))
                  .toList()));
    }
    return new RotaView(views, leave(staff, reader.everything(), planned, now), zone(staff));
  }

  private List<Program> shown(Reader reader, Set<String> planned, Set<String> served) {
    String service = reader.policeService();
    if (service != null) {
      return programs.of(service);
    }
    return programs.present().stream()
        .filter(
            one ->
                reader.everything() || planned.contains(one.code()) || served.contains(one.code()))
        .map(one -> programs.version(one.code(), one.version()))
        .toList();
  }

  private static RotaView.Place place(
      Shift shift,
      Program program,
      @Nullable ShiftOffer offer,
      @Nullable UUID reader,
      boolean mayTake) {
    UUID staff = shift.staff();
    boolean mine = staff != null && staff.equals(reader);
    UUID instead = offer == null ? null : offer.forShift();
    return new RotaView.Place(
        shift.id(),
        shift.crew(),
        program.roleAt(shift.place()),
        staff,
        shift.span().opens(),
        shift.span().closes(),
        state(shift, offer),
        mine,
        mayTake && !mine && (staff == null || offer != null),
        instead);
  }

  private static String state(Shift shift, @Nullable ShiftOffer offer) {
    if (shift.staff() == null) {
      return shift.doubleBooked() == null ? "open" : "double-booked";
    }
    if (offer == null) {
      return "taken";
    }
    return offer.forShift() == null ? "offered" : "exchange";
  }

  private List<RotaView.Away> leave(
      @Nullable UUID staff, boolean everything, Set<String> planned, Instant now) {
    List<RotaView.Away> all = new ArrayList<>();
    if (staff != null) {
      leaves.of(staff, now).forEach(one -> all.add(away(one, true)));
    }
    leaves.asked(now).stream()
        .filter(one -> !one.staff().equals(staff))
        .filter(one -> everything || book.served(one.staff()).stream().anyMatch(planned::contains))
        .forEach(one -> all.add(away(one, false)));
    return all;
  }

  private static RotaView.Away away(Leave leave, boolean mine) {
    Window.Span span = leave.span();
    return new RotaView.Away(
        leave.id(), leave.staff(), span.opens(), span.closes(), Codes.of(leave.state()), mine);
  }

  private @Nullable String zone(@Nullable UUID staff) {
    return staff == null ? null : workers.findByIdOptional(staff).map(WorkerRow::zone).orElse(null);
  }
}
