/**
 * What the programs' numbers are made of, and the only way they leave.
 *
 * <p>In: the topics incident, person, assignment, consent and referral ({@code gathering}); an
 * administrator's or the daily closing of a release ({@code releasing}). Out: answers over closed
 * releases, through {@link org.warmhandoff.analytics.Suppression} ({@code asking}). Tables: {@code
 * *_fact}, kept under pseudonyms of this service's own, and {@code released_*_fact}, what analysts
 * see. Nothing is told on any topic.
 */
@NullMarked
package org.warmhandoff.analytics;

import org.jspecify.annotations.NullMarked;
