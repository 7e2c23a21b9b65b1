/**
 * The incident: what a police source reports of it, who is in it, what officers say at the scene.
 *
 * <p>Doors in: {@code POST /api/v1/incidents}, its history and check doors, and the intake page
 * ({@code intake}), the officer's doors and pages ({@code scene}), the assigned worker's page
 * ({@code contact}), the vault ({@code vault}), who is who ({@code linking}), which incidents
 * belong together ({@code belonging}), settings and the keys of integrators ({@code
 * administering}), who comes with a key ({@code admitting}), {@code assignment.events.v1} ({@code
 * helping}), what police are told back ({@code advising}, {@code webhooks}; {@code
 * cad.advisories.v1}). Doors out: {@code incident.events.v1}, {@code person.events.v1}, {@code
 * staff.events.v1}, and signed webhooks. Tables: police_service, incident, scene_fact, intake_flag,
 * idempotency_key, vault_key, person, person_field, person_trait, person_link, link_suggestion,
 * party, access_record, staff, help, advisory_place, advisory, advisory_acknowledgement,
 * webhook_endpoint, webhook_past_secret, webhook_delivery, duplicate_suspected, tap, risk_screen,
 * screen_assessor, intake_tally, api_key, api_key_act, signed_request, incident_relation,
 * incident_to_settle.
 */
@NullMarked
package org.warmhandoff.incident;

import org.jspecify.annotations.NullMarked;
