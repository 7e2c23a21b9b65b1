package org.warmhandoff.eventing.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.inbox.Arrival.Readable;
import org.warmhandoff.eventing.inbox.Arrival.Spoiled;
import org.warmhandoff.eventing.seal.Seal;

/** Looks at records that were set aside, and gives them other content. */
@ApplicationScoped
public class Ward {

  private final DataSource database;
  private final Seal seal;

  Ward(DataSource database, Seal seal) {
    this.database = database;
    this.seal = seal;
  }

  /** A record and what is in it. */
  public record Record(SetAside row, Content content) {}

  /**
   * @param why null where it was mended
   * @param reason what cannot be read or is another's, a code
   */
  public record Mended(Repair.@Nullable Why why, @Nullable String reason) {}

  /**
   * Some of those that can be acted on, unopened.
   *
   * @param total how many there are in all
   */
  public record Page(List<SetAside> rows, long total) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The first of each key, the longest waiting first.
   *
   * @param after the number before the first one wanted
   */
  public Page first(long after, int limit) {
    return inTransaction(shelf -> new Page(shelf.first(after, limit), shelf.count()));
  }

  /** What was done to a record until now, the latest first. */
  public List<Deed> history(long number) {
    return inTransaction(shelf -> new RepairLog(shelf.connection()).history(number));
  }

  /** One record. */
  public Optional<Record> find(long number) {
    return inTransaction(shelf -> shelf.find(number)).map(Ward::record);
  }

  /**
   * Gives a record other content, if that can be read as the contract says.
   *
   * @param headers by name; an empty value removes one
   * @param body null to keep it
   */
  public Mended mend(
      long number, int edition, Map<String, String> headers, byte @Nullable [] body, Note note) {
    Optional<Record> before = find(number);
    if (before.isEmpty()) {
      return new Mended(Repair.Why.NOT_THERE, null);
    }
    String consumer = before.get().row().consumer();
    return inTransaction(
        shelf -> {
          Turn.ALONE.await(shelf.connection(), consumer);
          Shelf.Entry entry = shelf.find(number).orElse(null);
          if (entry == null || entry.row().edition() != edition) {
            return new Mended(Repair.Why.CHANGED_MEANWHILE, null);
          }
          Letter mended =
              entry
                  .letter()
                  .with(
                      headers(entry.letter(), headers),
                      body == null ? entry.letter().body() : body);
          return mend(shelf, entry, mended, note);
        });
  }

  private static Mended mend(Shelf shelf, Shelf.Entry entry, Letter mended, Note note)
      throws SQLException {
    return switch (mended.open()) {
      case Spoiled spoiled -> new Mended(Repair.Why.UNREADABLE, spoiled.reason());
      case Readable readable when readable.event() == null ->
          new Mended(Repair.Why.UNKNOWN_TYPE, null);
      case Readable readable -> {
        Optional<String> denied = Said.by(entry.letter()).deniedBy(readable.head());
        if (denied.isPresent()) {
          yield new Mended(Repair.Why.OTHER_EVENT, denied.get());
        }
        shelf.mend(entry.row(), mended, readable.head());
        new RepairLog(shelf.connection())
            .add(entry.row(), "mended", "readable", note, Changed.between(entry.letter(), mended));
        yield new Mended(null, null);
      }
    };
  }

  private static Headers headers(Letter letter, Map<String, String> changed) {
    if (changed.isEmpty()) {
      return letter.headers();
    }
    Map<String, String> all = new HashMap<>(Content.of(letter).headers());
    all.putAll(changed);
    all.values().removeIf(String::isEmpty);
    return Content.headers(all);
  }

  private static Record record(Shelf.Entry entry) {
    return new Record(entry.row(), Content.of(entry.letter()));
  }

  /** Work on the quarantine. */
  interface Work<T> {
    T on(Shelf shelf) throws SQLException;
  }

  <T> T inTransaction(Work<T> work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                return work.on(new Shelf(connection, seal));
              }
            });
  }
}
