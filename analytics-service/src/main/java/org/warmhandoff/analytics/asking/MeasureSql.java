package org.warmhandoff.analytics.asking;

import org.warmhandoff.analytics.Measure;

/**
 * The SQL behind each measure: week, police service, program, help mode, leaf (or stage, with
 * seconds) and how many. Parameters: the release's number, and when it was closed.
 */
final class MeasureSql {

  /**
   * Every table as it was in the release that is asked. Incidents that were merged are the one that
   * goes on: it is counted once, with its own parties, which are told with those of the others, and
   * with what became of any of them.
   */
  private static final String AS_RELEASED =
      """
      with recursive asked (number, closed_at) as (
        values (cast(? as integer), cast(? as timestamptz))),
      merged as (
        select incident, into_incident from released_merge_fact, asked
        where from_release <= number and (to_release is null or to_release > number)
          and into_incident is not null),
      step_on (incident, at) as (
        select incident, into_incident from merged
        union
        select s.incident, m.into_incident from step_on s join merged m on m.incident = s.at),
      goes_on (incident, canonical) as (
        select incident, at from step_on s
        where not exists (select from merged m where m.incident = s.at)),
      place as (
        select subject, incident from released_place_fact, asked
        where from_release <= number and (to_release is null or to_release > number)),
      incident as (
        select f.* from released_incident_fact f, asked
        where from_release <= number and (to_release is null or to_release > number)
          and not exists (select from goes_on g where g.incident = f.incident)),
      party as (
        select f.* from released_party_fact f, asked
        where from_release <= number and (to_release is null or to_release > number)),
      verdict as (
        select coalesce(g.canonical, f.incident) as incident, f.program,
          f.audience, f.help_mode, f.eligible_at, f.eligible_window_closes_at, f.eligible_version, f.weighing_version
        from released_verdict_fact f cross join asked
        left join goes_on g on g.incident = f.incident
        where f.from_release <= number and (f.to_release is null or f.to_release > number)),
      weighed as (
        select distinct on (incident, program) incident, program, help_mode from verdict
        order by incident, program, eligible_version desc, weighing_version desc, help_mode),
      assignment as (
        select coalesce(g.canonical, p.incident, f.incident) as incident, f.assignment,
          f.police_service, f.mode, f.audience, f.opening_program, f.opening_mode, f.opened_at, f.placed_program, f.placed_mode,
          f.paged_at, f.accepted_at, f.arrived_at, f.contact_at, f.outcome
        from released_assignment_fact f cross join asked
        left join place p on p.subject = f.assignment
        left join goes_on g on g.incident = coalesce(p.incident, f.incident)
        where f.from_release <= number and (f.to_release is null or f.to_release > number)),
      referral as (
        select coalesce(g.canonical, p.incident, f.incident) as incident,
          f.police_service, f.mode, f.program, f.consented_at, f.created_at, f.refused_at, f.completed_at, f.in_progress_at, f.accepted_at,
          f.rejected_at, f.withdrawn_at
        from released_referral_fact f cross join asked
        left join place p on p.subject = f.referral
        left join goes_on g on g.incident = coalesce(p.incident, f.incident)
        where f.from_release <= number and (f.to_release is null or f.to_release > number)),
      """;

  /**
   * Eligible victims, each with the door she came through: the program whose assignment was opened
   * first for her. Her window has passed when none of the programs that found her eligible is still
   * open, and after 72 hours in any case.
   */
  private static final String VICTIMS =
      AS_RELEASED
          + """
      eligible as (
        select incident, max(coalesce(eligible_window_closes_at, 'infinity')) as closes_at
        from verdict where audience = 'VICTIM' and eligible_at is not null group by incident),
      door as (
        select distinct on (incident) incident, opening_program, opening_mode
        from assignment where audience = 'VICTIM' and opened_at is not null
        order by incident, opened_at, assignment),
      victim as (
        select i.incident, i.received_week as week, i.police_service,
          coalesce(d.opening_program, 'not-opened') as program,
          coalesce(d.opening_mode, 'not-opened') as help_mode,
          least(e.closes_at, i.received_at + interval '72 hours') <= asked.closed_at as passed
        from party p
        join incident i on i.incident = p.incident and i.facts_version = p.facts_version
        join eligible e on e.incident = i.incident
        left join door d on d.incident = i.incident
        cross join asked
        where p.role = 'VICTIM' and i.domestic = 'YES' and i.mode in ('LIVE', 'HISTORY'))
      """;

  private static final String CONNECTED_SHARE =
      VICTIMS
          + """
      , contact as (
        select distinct incident from assignment
        where audience = 'VICTIM' and contact_at is not null)
      select week, police_service, program, help_mode,
        case when c.incident is null then 'not-connected' else 'connected' end as leaf,
        count(*) as times
      from victim v left join contact c on c.incident = v.incident
      where passed
      group by 1, 2, 3, 4, 5""";

  private static final String OUTCOME_MIX =
      VICTIMS
          + """
      , furthest as (
        select distinct on (incident) incident, outcome from assignment
        where audience = 'VICTIM' and outcome is not null
        order by incident, array_position(array['REFERRED', 'ALREADY_SUPPORTED', 'DECLINED',
          'UNREACHABLE', 'UNSAFE_TO_CONTACT', 'NOT_OFFERED'], outcome))
      select week, police_service, program, help_mode,
        coalesce(replace(lower(f.outcome), '_', '-'), 'no-outcome') as leaf, count(*) as times
      from victim v left join furthest f on f.incident = v.incident
      group by 1, 2, 3, 4, 5""";

  /** Each referral once, at the furthest step of the closed loop. */
  private static final String REFERRAL_FUNNEL =
      AS_RELEASED
          + """
      step as (
        select r.incident, r.police_service, r.program, case
            when r.created_at is null then 'refused'
            when r.completed_at is not null then 'completed'
            when r.in_progress_at is not null then 'first-contact'
            when r.accepted_at is not null then 'accepted'
            when r.rejected_at is not null then 'rejected'
            when r.withdrawn_at is not null then 'withdrawn'
            else 'waiting' end as leaf
        from referral r
        where r.mode in ('LIVE', 'HISTORY')
          and (r.created_at is not null or r.refused_at is not null))
      select i.received_week as week, s.police_service,
        coalesce(s.program, 'not-opened') as program,
        coalesce(v.help_mode, 'not-opened') as help_mode, s.leaf, count(*) as times
      from step s
      left join incident i on i.incident = s.incident
      left join weighed v on v.incident = s.incident and v.program = s.program
      group by 1, 2, 3, 4, 5""";

  /** Steps of assignments for victims, where they were placed last, and of referrals. */
  private static final String LATENCY =
      AS_RELEASED
          + """
      step as (
        select a.incident, a.police_service, a.placed_program as program,
          a.placed_mode as help_mode, s.leaf, s.began, s.ended
        from assignment a cross join lateral (values
          ('trigger-to-page', a.opened_at, a.paged_at),
          ('page-to-accept', a.paged_at, a.accepted_at),
          ('accept-to-arrival', a.accepted_at, a.arrived_at),
          ('arrival-to-contact', a.arrived_at, a.contact_at)) as s (leaf, began, ended)
        where a.mode in ('LIVE', 'HISTORY') and a.audience = 'VICTIM'
        union all
        select r.incident, r.police_service, r.program, v.help_mode, s.leaf, s.began, s.ended
        from referral r
        left join weighed v on v.incident = r.incident and v.program = r.program
        cross join lateral (values
          ('consent-to-sent', r.consented_at, r.created_at),
          ('sent-to-accepted', r.created_at, r.accepted_at)) as s (leaf, began, ended)
        where r.mode in ('LIVE', 'HISTORY'))
      select i.received_week as week, s.police_service,
        coalesce(s.program, 'not-opened') as program,
        coalesce(s.help_mode, 'not-opened') as help_mode, s.leaf,
        cast(floor(extract(epoch from s.ended - s.began)) as bigint) as seconds,
        count(*) as times
      from step s left join incident i on i.incident = s.incident
      where s.ended >= s.began
      group by 1, 2, 3, 4, 5, 6""";

  private MeasureSql() {}

  static String of(Measure measure) {
    return switch (measure) {
      case CONNECTED_SHARE -> CONNECTED_SHARE;
      case OUTCOME_MIX -> OUTCOME_MIX;
      case REFERRAL_FUNNEL -> REFERRAL_FUNNEL;
      case LATENCY -> LATENCY;
    };
  }
}
