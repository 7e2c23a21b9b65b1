/**
 * Consent, referrals, agencies and disclosure.
 *
 * <p>Doors in: the consent page and API, the agencies' answers (topic, API, inbox page), the
 * administrator's door for agencies, and the facts of incidents, persons and assignments. Doors
 * out: {@code consent.events.v1}, {@code referral.events.v1}, each agency's own topic, and the
 * content an agency reads.
 *
 * <p>Tables: agency, agency_client, consent, consent_entry, consent_text, known_incident,
 * known_assignment, erased_person, referral, referral_move, gate_refusal, disclosure,
 * refused_answer.
 */
@NullMarked
package org.warmhandoff.referral;

import org.jspecify.annotations.NullMarked;
