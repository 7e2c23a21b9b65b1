package org.warmhandoff.bench.relay;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.warmhandoff.bench.ground.Ground;

/** Who takes part, and the tables each brings. */
enum Peer {
  /** Eventing's outbox, by its own migrations. */
  OURS {
    @Override
    void prepare(Ground ground, String database) throws SQLException {
      ground.run(
          database,
          "alter default privileges in schema public"
              + " grant select, insert, update, delete on tables to "
              + Ground.ROLE,
          "alter default privileges in schema public grant usage on sequences to " + Ground.ROLE);
      Flyway.configure()
          .dataSource(ground.access(database).url(), "postgres", ground.password())
          .locations("db/eventing")
          .placeholders(Map.of("app", Ground.ROLE))
          .load()
          .migrate();
    }
  },

  /** The table its outbox router's users have, with the columns of ours; slot and publication. */
  DEBEZIUM {
    @Override
    void prepare(Ground ground, String database) throws SQLException {
      ground.run(
          database,
          """
          create table outbox_events (
            id             uuid        primary key,
            aggregatetype  text        not null,
            aggregateid    text        not null,
            type           text        not null,
            subject        uuid        not null,
            version        bigint      not null,
            police_service text        not null,
            jurisdiction   text        not null,
            mode           text        not null,
            business_time  timestamptz not null,
            recorded_at    timestamptz not null default clock_timestamp(),
            correlation    uuid,
            payload        bytea       not null
          )""",
          "grant all on all tables in schema public to " + Ground.ROLE,
          "create publication bench for table outbox_events with (publish = 'insert')",
          "select pg_create_logical_replication_slot('" + database + "', 'pgoutput')");
    }

    @Override
    void cleanUp(Ground ground, String database) throws SQLException {
      ground.run(database, "select pg_drop_replication_slot('" + database + "')");
    }
  },

  /** It makes its own. */
  GRUELBOX {
    @Override
    void prepare(Ground ground, String database) throws SQLException {
      ground.run(database, "grant create, usage on schema public to " + Ground.ROLE);
    }

    @Override
    boolean isDue(Ground ground, String database) throws SQLException {
      return ground
          .text(
              database,
              "select max(nextattempttime) < clock_timestamp() at time zone 'UTC'"
                  + " from txno_outbox")
          .equals("t");
    }
  };

  /** Makes the tables in an empty database. */
  abstract void prepare(Ground ground, String database) throws SQLException;

  /** Takes back what would outlive the database. */
  void cleanUp(Ground ground, String database) throws SQLException {}

  /** Whether a relay that starts now finds all rows due. */
  boolean isDue(Ground ground, String database) throws SQLException {
    return true;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
