package org.warmhandoff.notification;

import java.time.LocalDate;

/**
 * One time a window opens.
 *
 * @param date local date in the window's zone it begins on
 */
public record Occurrence(LocalDate date, Window.Span span) {}
