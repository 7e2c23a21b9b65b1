package org.warmhandoff.contracts;

/**
 * Something that happened, told to the other services. An event carries opaque ids, codes, numbers
 * and instants; never a name, contact datum, address or free text. It grows by optional components
 * only; a break is a new type on a v2 topic.
 */
public sealed interface Event
    permits IncidentEvent,
        PersonEvent,
        StaffEvent,
        AssignmentEvent,
        ConsentEvent,
        ReferralEvent,
        CadAdvisory,
        AgencyReferral,
        AgencyAnswer {}
