package org.warmhandoff.contracts;

/** What a person is in one incident. The same person may hold two roles ("victim was offender"). */
public enum PartyRole {
  VICTIM,
  ALLEGED_OFFENDER,
  CALLER,
  WITNESS
}
