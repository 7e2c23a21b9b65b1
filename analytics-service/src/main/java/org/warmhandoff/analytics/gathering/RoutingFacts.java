package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.warmhandoff.contracts.AssignmentEvent.ProgramsWeighed;
import org.warmhandoff.contracts.AssignmentEvent.Verdict;
import org.warmhandoff.eventing.Head;

/** Rows of {@code verdict_fact}. */
@ApplicationScoped
class RoutingFacts {

  /** The newest weighing counts; that a program once said yes is kept beside it. */
  private static final FactSql WEIGHED =
      new FactSql(
          """
          insert into verdict_fact as f
            (incident, program, police_service, jurisdiction, mode, weighing_version, audience,
             help_mode, eligibility, in_window, window_closes_at, reason, eligible_at,
             eligible_version, eligible_window_closes_at)
          select cast(:incident as uuid), v.program, cast(:police_service as text),
            cast(:jurisdiction as text), cast(:mode as text), cast(:version as bigint), v.audience,
            v.help_mode, v.eligibility, v.in_window, v.window_closes_at, v.reason,
            case when v.eligibility = 'ELIGIBLE' then cast(:at as timestamptz) end,
            case when v.eligibility = 'ELIGIBLE' then cast(:version as bigint) else 0 end,
            case when v.eligibility = 'ELIGIBLE' then v.window_closes_at end
          from unnest(cast(:programs as text[]), cast(:audiences as text[]),
              cast(:help_modes as text[]), cast(:eligibilities as text[]),
              cast(:in_windows as boolean[]), cast(:windows_close_at as timestamptz[]),
              cast(:reasons as text[]))
            as v (program, audience, help_mode, eligibility, in_window, window_closes_at, reason)
          on conflict (incident, program) do update set
            weighing_version = greatest(f.weighing_version, excluded.weighing_version),
            audience = case when excluded.weighing_version > f.weighing_version
              then excluded.audience else f.audience end,
            help_mode = case when excluded.weighing_version > f.weighing_version
              then excluded.help_mode else f.help_mode end,
            eligibility = case when excluded.weighing_version > f.weighing_version
              then excluded.eligibility else f.eligibility end,
            in_window = case when excluded.weighing_version > f.weighing_version
              then excluded.in_window else f.in_window end,
            window_closes_at = case when excluded.weighing_version > f.weighing_version
              then excluded.window_closes_at else f.window_closes_at end,
            reason = case when excluded.weighing_version > f.weighing_version
              then excluded.reason else f.reason end,
            eligible_at = least(f.eligible_at, excluded.eligible_at),
            eligible_window_closes_at = case
              when excluded.eligible_version > f.eligible_version
              then excluded.eligible_window_closes_at else f.eligible_window_closes_at end,
            eligible_version = greatest(f.eligible_version, excluded.eligible_version),
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()""");

  private final DataSource database;

  RoutingFacts(DataSource database) {
    this.database = database;
  }

  void store(Head head, Row row, ProgramsWeighed weighed) {
    List<Verdict> verdicts = weighed.verdicts();
    row.with("version", head.version())
        .with("at", head.time())
        .with("programs", texts(verdicts, Verdict::program))
        .with("audiences", texts(verdicts, verdict -> verdict.audience().name()))
        .with("help_modes", texts(verdicts, verdict -> code(verdict.mode())))
        .with("eligibilities", texts(verdicts, verdict -> verdict.eligibility().name()))
        .with("in_windows", verdicts.stream().map(Verdict::inWindow).toArray(Boolean[]::new))
        .with(
            "windows_close_at",
            verdicts.stream().map(Verdict::windowClosesAt).toArray(Instant[]::new))
        .with("reasons", texts(verdicts, Verdict::reason));
    WEIGHED.run(database, row.values());
  }

  private static String code(org.warmhandoff.contracts.AssignmentEvent.HelpMode mode) {
    return AssignmentFacts.code(mode);
  }

  private static String[] texts(List<Verdict> verdicts, Function<Verdict, String> text) {
    return verdicts.stream().map(text).toArray(String[]::new);
  }
}
