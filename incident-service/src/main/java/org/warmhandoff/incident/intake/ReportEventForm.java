package org.warmhandoff.incident.intake;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report as the data of one CloudEvent 1.0 in structured mode; attributes nobody knows are left
 * alone.
 *
 * @param specversion 1.0
 * @param id with the source, the event's identity: the same one twice counts once
 * @param source who sends it, a URI reference
 * @param type org.warmhandoff.report.v1
 * @param time when it was sent
 * @param datacontenttype application/json, which its absence means too, or
 *     application/emergency.eido+json, where the data is an EIDO
 */
@Schema(name = "ReportEvent")
record ReportEventForm(
    String specversion,
    String id,
    @Schema(format = "uri-reference") String source,
    @Schema(enumeration = PostedReport.TYPE) String type,
    @Nullable OffsetDateTime time,
    @Nullable String datacontenttype,
    ReportForm data) {}
