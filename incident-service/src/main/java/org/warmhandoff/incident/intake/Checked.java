package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What intake makes of one document, and what it would say to a post of it. Pointers, codes and
 * times alone: no name, number, address or other text of the content is repeated. A field that is
 * not known is told by its name, unless that looks like content.
 *
 * @param row counted from 1, for many that came at once
 * @param format ours or eido; unread for what could not be opened
 * @param taken whether it would be taken, as far as the document alone decides that
 * @param refused why not: all that would have to be mended, the first first
 * @param understood every field that was read, and as what
 * @param ignored what decides nothing here and is kept sealed
 * @param hints what is taken as it is and could be better
 * @param cut whether there may be more than is told here: mend this first and check again
 */
@Schema(name = "Checked")
record Checked(
    long row,
    @Schema(enumeration = {"ours", "eido", "unread"}) String format,
    boolean taken,
    List<Refusal> refused,
    List<Understood> understood,
    List<Ignored> ignored,
    List<Hint> hints,
    boolean cut) {

  /**
   * Something a post would be refused for.
   *
   * @param type of the problem
   * @param pointer the field, where it is one
   * @param mend how to mend it
   */
  @Schema(name = "CheckedRefusal")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Refusal(
      String type,
      String title,
      int status,
      @Nullable String pointer,
      @Nullable String expected,
      String mend) {}

  /**
   * A field that was read.
   *
   * @param pointer where it stands in what was sent
   * @param field the field of our own report it becomes, as a JSON pointer
   * @param kind of value it is, as a stable code
   * @param as what it says where that can identify nobody (a code, a time in UTC), else its kind in
   *     words
   */
  @Schema(name = "CheckedField")
  record Understood(
      String pointer,
      String field,
      @Schema(
              enumeration = {
                "own-number",
                "other-number",
                "count",
                "time",
                "code",
                "unknown-code",
                "note",
                "reference",
                "staff-id",
                "name",
                "birth-date",
                "telephone",
                "address",
                "language",
                "record-number",
                "safe-contact",
                "value"
              })
          String kind,
      String as) {}

  /**
   * Something that decides nothing.
   *
   * @param pointer where it stands, an asterisk for any element of a list and a question mark for a
   *     name that may be content
   * @param times in how many places
   * @param nth where the name is a question mark: as the how manyth field of its object it stands,
   *     from 1
   * @param of where that object stands
   */
  @Schema(name = "CheckedRest")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Ignored(
      String pointer,
      int times,
      @Schema(
              enumeration = {
                "no-use",
                "no-party",
                "unknown-role",
                "other-purpose",
                "not-taken-here",
                "unused-code"
              })
          String why,
      String reason,
      @Nullable Integer nth,
      @Nullable String of) {}

  /** Something to think of; {@code pointer} where it is about a field that was sent. */
  @Schema(name = "CheckedHint")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Hint(String code, @Nullable String pointer, String hint) {}
}
