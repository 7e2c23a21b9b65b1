package org.warmhandoff.notification.watching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a worker told police and no human knows of yet; neither by whom nor of which agency.
 *
 * @param kind faster-response or imminent-danger
 * @param code what the danger is; null for a faster response
 * @param at business instant it was raised at
 * @param unattended whether not one supervisor could be told: police alone can answer it
 * @param zone IANA zone the times are shown in
 */
public record BoardAlert(
    UUID incident,
    String kind,
    @Nullable String code,
    Instant at,
    boolean unattended,
    String zone) {}
