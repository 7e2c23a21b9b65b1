package org.warmhandoff.eventing.seal;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Seals under the newest master key what an older one sealed, so that the older one can be taken
 * away while the service runs. A few rows at a time, each written by itself and only where it is
 * still what was read: it waits for nobody's transaction with anything in its hands, and what was
 * done stays done when the process ends in between.
 */
@Singleton
public class Resealing {

  private static final int A_FEW = 50;

  private final DataSource database;
  private final Seal seal;
  private final List<SealedPlace> places = new ArrayList<>();

  @Inject
  Resealing(DataSource database, Seal seal, Instance<SealedPlaces> places) {
    this(database, seal, places.stream().flatMap(one -> one.places().stream()).toList());
  }

  /** Over these places. */
  public Resealing(DataSource database, Seal seal, List<SealedPlace> places) {
    this.database = database;
    this.seal = seal;
    this.places.addAll(places);
  }

  /** All places of this service. */
  public List<SealedPlace> places() {
    return List.copyOf(places);
  }

  /**
   * What one pass did.
   *
   * @param resealed rows that are under the newest key now
   * @param unreadable rows no key there is can open; they stay as they are
   * @param whole whether every place was gone through
   */
  public record Pass(long resealed, long unreadable, boolean whole) {

    /** Whether nothing is left under an older key. */
    public boolean foundNothing() {
      return whole && resealed == 0 && unreadable == 0;
    }
  }

  private record Row(String key, String context, byte[] sealed) {}

  /**
   * Goes through every place once.
   *
   * @param goOn asked before each few rows
   */
  public Pass pass(BooleanSupplier goOn) throws SQLException {
    long resealed = 0;
    long unreadable = 0;
    for (SealedPlace place : places) {
      String after = place.before();
      while (true) {
        if (!goOn.getAsBoolean()) {
          return new Pass(resealed, unreadable, false);
        }
        List<Row> rows = older(place, after);
        if (rows.isEmpty()) {
          break;
        }
        after = rows.getLast().key();
        for (Row row : rows) {
          try {
            resealed += write(place, row, seal.reseal(row.sealed(), row.context()));
          } catch (IllegalArgumentException noKeyOpensIt) {
            unreadable++;
          }
        }
      }
    }
    return new Pass(resealed, unreadable, true);
  }

  private List<Row> older(SealedPlace place, String after) throws SQLException {
    byte[] mark = seal.mark();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(place.select())) {
      select.setString(1, after);
      select.setInt(2, mark.length);
      select.setBytes(3, mark);
      select.setInt(4, A_FEW);
      try (ResultSet row = select.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(new Row(row.getString(1), row.getString(2), row.getBytes(3)));
        }
        return rows;
      }
    }
  }

  private int write(SealedPlace place, Row row, byte[] sealed) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(place.update())) {
      update.setBytes(1, sealed);
      update.setString(2, row.key());
      update.setBytes(3, row.sealed());
      return update.executeUpdate();
    }
  }
}
