package org.warmhandoff.incident.advising;

import java.util.UUID;
import org.warmhandoff.incident.LocalTime;

/**
 * An advisory that waits for a dispatcher.
 *
 * @param number the incident's number at its police service; empty where it is not known yet
 * @param code what the danger is; empty where there is none
 * @param overdue whether somebody should have said by now that they know
 */
record WaitingLine(
    UUID id,
    String number,
    String type,
    String code,
    boolean test,
    LocalTime at,
    boolean overdue) {}
