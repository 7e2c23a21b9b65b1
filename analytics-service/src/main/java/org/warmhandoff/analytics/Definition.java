package org.warmhandoff.analytics;

/**
 * What a measure means, in words; shown beside every figure.
 *
 * @param version raised whenever the meaning changes
 * @param title the question it answers
 * @param readingTrap how it is misread
 * @param notProtected what suppression does not cover yet
 */
public record Definition(
    String code,
    int version,
    String title,
    String text,
    String numerator,
    String denominator,
    String readingTrap,
    String notProtected) {}
