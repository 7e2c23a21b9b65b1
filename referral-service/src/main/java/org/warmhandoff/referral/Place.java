package org.warmhandoff.referral;

import org.warmhandoff.contracts.Mode;

/**
 * Where a row belongs; codes are empty as long as nobody has said.
 *
 * @param policeService code of the police service
 * @param jurisdiction code of the jurisdiction whose rules count
 */
public record Place(String policeService, String jurisdiction, Mode mode) {}
