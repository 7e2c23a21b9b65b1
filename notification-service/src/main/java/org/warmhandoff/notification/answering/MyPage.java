package org.warmhandoff.notification.answering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page as its worker or supervisor sees it: enough to act on, and nothing that names anyone.
 *
 * @param mode on-site, virtual, …
 * @param state paged, accepted, arrived, in-contact, stood-down (to be acknowledged), told
 * @param answerBy business instant by which an answer is due; null where none is awaited
 * @param since business instant of the state
 * @param scene undeclared, safe, unsafe or cleared
 * @param zone IANA zone the times are shown in
 * @param audience victim or alleged-offender
 * @param tries how often they were tried to be reached in vain
 * @param triedAt when last; null where not at all
 */
public record MyPage(
    UUID assignment,
    UUID incident,
    String program,
    String programName,
    String mode,
    String state,
    @Nullable Instant answerBy,
    Instant since,
    String scene,
    String zone,
    String audience,
    int tries,
    @Nullable Instant triedAt) {}
