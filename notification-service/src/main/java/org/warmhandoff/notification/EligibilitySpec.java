package org.warmhandoff.notification;

import org.jspecify.annotations.Nullable;

/**
 * An eligibility rule as an administrator writes it; what is absent does not matter.
 *
 * @param domestic yes or any
 * @param charge any, laid or none
 * @param physical any, yes or no
 * @param arrest any, yes or no
 * @param status any, open or closed
 */
public record EligibilitySpec(
    @Nullable String domestic,
    @Nullable String charge,
    @Nullable String physical,
    @Nullable String arrest,
    @Nullable String status) {}
