package org.warmhandoff.notification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A way to reach a member of staff. Only verified ones are used: a page to a number nobody proved
 * to be theirs may ring in the wrong kitchen. Another kind of channel is another record here, and
 * the compiler names every place that has to deliver it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Channel.InApp.class, name = "in-app"))
public sealed interface Channel {

  boolean verified();

  /** The duty page and API: it is delivered by being committed, since the page reads it there. */
  record InApp(boolean verified) implements Channel {}
}
