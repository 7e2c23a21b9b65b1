package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.eventing.seal.Seal;

/**
 * Where the key of the pseudonyms lives: random, made at the first start, sealed under the master
 * key. So the master key can be exchanged without every pseudonym changing.
 */
@ApplicationScoped
class PseudonymKey {

  static final String CONTEXT = "analytics pseudonym key";

  /** The first start makes the key; of two that start at once, one does. */
  private static final String MAKE =
      "insert into pseudonym_key (sealed) values (?) on conflict do nothing";

  /** Every later start reads the same one. */
  private static final String READ = "select sealed from pseudonym_key";

  private final DataSource database;
  private final Seal seal;

  PseudonymKey(DataSource database, Seal seal) {
    this.database = database;
    this.seal = seal;
  }

  @Produces
  @Singleton
  Pseudonyms pseudonyms() {
    try (Connection connection = database.getConnection();
        PreparedStatement make = connection.prepareStatement(MAKE);
        PreparedStatement read = connection.prepareStatement(READ)) {
      byte[] fresh = new byte[Pseudonyms.KEY_LENGTH];
      new SecureRandom().nextBytes(fresh);
      make.setBytes(1, seal.seal(fresh, CONTEXT));
      make.executeUpdate();
      try (ResultSet row = read.executeQuery()) {
        row.next();
        return new Pseudonyms(seal.open(row.getBytes(1), CONTEXT));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the pseudonym key cannot be read", e);
    }
  }
}
