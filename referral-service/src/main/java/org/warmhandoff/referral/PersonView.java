package org.warmhandoff.referral;

import java.util.UUID;

/**
 * A person as the gate sees them.
 *
 * @param erased whether their data key was destroyed
 */
public record PersonView(UUID id, boolean erased) {}
