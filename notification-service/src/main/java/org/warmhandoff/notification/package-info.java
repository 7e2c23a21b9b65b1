/**
 * Programs, rosters, routing and assignments: who is paged for an incident, and who is told when
 * nobody is left.
 *
 * <p>Doors in: {@code incident.events.v1}, {@code consent.events.v1}, {@code staff.events.v1};
 * {@code /notification/api/v1}; the pages {@code /duty}, {@code /alerts} and {@code /board}. Doors
 * out: {@code assignment.events.v1} and {@code cad.advisories.v1}. Tables: program, rota_entry,
 * staff_leave, worker, routing, assignment, page, hold, side, deadline, reasoning, alert,
 * plan_review, staff_contact, delivery.
 */
@NullMarked
package org.warmhandoff.notification;

import org.jspecify.annotations.NullMarked;
