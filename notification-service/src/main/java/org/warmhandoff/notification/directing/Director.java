package org.warmhandoff.notification.directing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to do something by hand.
 *
 * @param policeService whose dispatcher they are; null for who is none
 */
public record Director(UUID staff, @Nullable String policeService) {}
