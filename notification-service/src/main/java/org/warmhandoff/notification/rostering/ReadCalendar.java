package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.CalendarFeeds;
import org.warmhandoff.notification.ShiftBook;

/** A worker's shifts, for whoever knows the address of their calendar. */
@ApplicationScoped
public class ReadCalendar {

  private static final Duration BEHIND = Duration.ofDays(31);

  private final CalendarFeeds feeds;
  private final ShiftBook book;
  private final InstantSource clock;

  ReadCalendar(CalendarFeeds feeds, ShiftBook book, InstantSource clock) {
    this.feeds = feeds;
    this.book = book;
    this.clock = clock;
  }

  /** One entry; program codes and times, nothing else. */
  public record Entry(UUID id, List<String> programs, Instant starts, Instant ends) {}

  /**
   * The shifts of the last month and all to come.
   *
   * @throws Problem 404 where this is no address, or no longer
   */
  @Transactional
  public List<Entry> read(String secret) {
    UUID staff =
        feeds
            .whose(CalendarSecret.digest(secret))
            .orElseThrow(() -> Problem.notFound("no-calendar", "There is no such calendar."));
    return book.of(staff, clock.instant().minus(BEHIND)).stream()
        .map(one -> new Entry(one.id(), one.programs(), one.span().opens(), one.span().closes()))
        .toList();
  }
}
