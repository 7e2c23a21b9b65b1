package org.warmhandoff.eventing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;

/**
 * What is known of an event without reading it: its CloudEvents attributes.
 *
 * @param id random; with the source, the event's identity
 * @param source the service that tells it, {@code /incident-service}
 * @param type wire name, {@code contracts.EventTypes}
 * @param subject the aggregate it is about
 * @param key the Kafka record key; order holds within it
 * @param version the aggregate's version this event makes, counted from 1 on its topic; 0 where the
 *     teller counts none (agencies)
 * @param policeService code of the police service, empty where the teller does not know it
 * @param jurisdiction code of the jurisdiction, empty where the teller does not know it
 * @param time business instant
 * @param recordedTime wall-clock instant at which the row was stored
 * @param correlation the incident it belongs to, if any is known
 * @param causation the event that caused it
 * @param dataref where personal content can be read, with consent checked at that moment
 */
public record Head(
    UUID id,
    String source,
    String type,
    UUID subject,
    String key,
    long version,
    String policeService,
    String jurisdiction,
    Mode mode,
    Instant time,
    Instant recordedTime,
    @Nullable UUID correlation,
    @Nullable UUID causation,
    @Nullable String dataref) {}
