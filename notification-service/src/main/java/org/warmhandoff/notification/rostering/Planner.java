package org.warmhandoff.notification.rostering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to change the rota.
 *
 * @param staff null: an account that is no member of staff
 * @param name they sign in with
 * @param everywhere whether they may change every program's: an administrator
 */
public record Planner(@Nullable UUID staff, String name, boolean everywhere) {}
