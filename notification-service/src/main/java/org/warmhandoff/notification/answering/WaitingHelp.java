package org.warmhandoff.notification.answering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Help that waits for somebody in a program a worker is on duty for; nothing that names anyone.
 *
 * @param mode second-response, control-room, follow-up, …
 * @param since business instant it was opened at
 * @param urgency raised or high, by the officers' screens; null where nothing hurries, and on the
 *     alleged offender's side, who is not to be told how risky it is for her
 * @param zone IANA zone the times are shown in
 * @param mayTake whether the reader could take it now
 * @param reason why they could not; a code, free where they can
 */
public record WaitingHelp(
    UUID assignment,
    UUID incident,
    String program,
    String programName,
    String mode,
    Instant since,
    @Nullable String urgency,
    String zone,
    boolean mayTake,
    String reason) {}
