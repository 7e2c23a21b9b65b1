package org.warmhandoff.eventing.inbox;

/**
 * Why somebody acts on a record.
 *
 * @param account the name the account signs in with
 * @param word the reason, in the account's own words
 */
public record Note(String account, String word) {}
