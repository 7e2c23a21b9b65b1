package org.warmhandoff.notification.rostering;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;

/** Shifts as RFC 5545 writes them. */
final class CalendarText {

  private static final String PRODUCT = "-//Warm Handoff//Rota//EN";

  private CalendarText() {}

  /**
   * The calendar.
   *
   * @param now business instant it is written at
   */
  static String of(List<ReadCalendar.Entry> shifts, Instant now) {
    Calendar calendar = new Calendar().withProdId(PRODUCT).withDefaults().getFluentTarget();
    for (ReadCalendar.Entry shift : shifts) {
      VEvent event = new VEvent(false);
      event
          .withProperty(new Uid(shift.id() + "@warm-handoff"))
          .withProperty(new DtStamp(now))
          .withProperty(new DtStart<>(shift.starts()))
          .withProperty(new DtEnd<>(shift.ends()))
          .withProperty(new Summary("On duty: " + String.join(", ", shift.programs())));
      calendar.add(event);
    }
    StringWriter text = new StringWriter();
    try {
      // it folds long lines, as RFC 5545 wants them
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
