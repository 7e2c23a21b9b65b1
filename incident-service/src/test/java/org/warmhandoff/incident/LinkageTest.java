package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.PersonEvent.LinkReason;

class LinkageTest {

  private static final String BORN = "1988-05-17";
  private static final VaultField NUMBER = VaultField.RECORD_NUMBER;

  private final Acquaintances known = new Acquaintances();
  private final Likeness.Digester digester =
      (kind, parts) -> new Digest(kind + "/" + String.join("/", parts));

  @Test
  void theSameNumberLinks() {
    UUID one = alone(number("R101"));
    assertThat(found(number("r 101")))
        .singleElement()
        .isEqualTo(link(one, LinkReason.RECORD_NUMBER));
  }

  @Test
  void theSameNameAndBirthDateLinks() {
    UUID one = alone(person("Maria Garcia", BORN));
    assertThat(found(person("GARCIA, Maria", BORN)))
        .singleElement()
        .isEqualTo(link(one, LinkReason.NAME_AND_BIRTH_DATE));
  }

  @Test
  void theSameNameAloneIsNobody() {
    alone(person("Maria Garcia", BORN));
    assertThat(found(Map.of(VaultField.NAME, "Maria Garcia"))).isEmpty();
    assertThat(found(person("Maria Garcia", "1971-02-28"))).isEmpty();
  }

  @Test
  void aNameThatTwoPeopleHaveLinksNeither() {
    alone(with(person("Maria Garcia", BORN), VaultField.RECORD_NUMBER, "R101"));
    alone(with(person("Maria Garcia", BORN), VaultField.RECORD_NUMBER, "R202"));
    assertThat(found(person("Maria Garcia", BORN)))
        .hasSize(2)
        .allSatisfy(
            one ->
                assertThat(one)
                    .isInstanceOfSatisfying(
                        Linkage.Suggestion.class,
                        suggestion -> assertThat(suggestion.hint()).isEqualTo(LinkHint.SAME_NAME)));
  }

  @Test
  void aNumberWhoseNameAndBirthDateAreOthersIsForAHuman() {
    UUID one = alone(with(person("Maria Garcia", BORN), VaultField.RECORD_NUMBER, "R101"));
    assertThat(found(with(person("Peter Roy", "1980-11-30"), VaultField.RECORD_NUMBER, "R101")))
        .singleElement()
        .isEqualTo(suggestion(one, LinkHint.RECORD_NUMBER));
  }

  @Test
  void aNumberHoldsWhereANameChangedOrADateWasMistaken() {
    UUID one = alone(with(person("Maria Garcia", "1988-05-07"), VaultField.RECORD_NUMBER, "R101"));
    for (Map<VaultField, String> other :
        List.of(person("Maria Tremblay", "1988-05-07"), person("Maria Garcia", "1988-07-05"))) {
      assertThat(found(with(other, VaultField.RECORD_NUMBER, "R101")))
          .singleElement()
          .isEqualTo(link(one, LinkReason.RECORD_NUMBER));
      known.undone(last, one);
    }
  }

  @Test
  void whatIsWeakerIsOnlySuggested() {
    UUID one = alone(person("Maria Garcia", "1988-05-07"));
    assertThat(found(person("Maria Garcia", "1988-07-05")))
        .containsExactly(suggestion(one, LinkHint.SWAPPED_BIRTH_DATE));
    assertThat(found(person("Maria Garzia", "1988-05-07")))
        .containsExactly(suggestion(one, LinkHint.SIMILAR_NAME));
  }

  @Test
  void aMarriedNameIsSuggested() {
    UUID one = alone(person("Maria Garcia", BORN));
    assertThat(found(person("Maria Tremblay", BORN)))
        .containsExactly(suggestion(one, LinkHint.SAME_GIVEN_NAME));
  }

  @Test
  void aPhoneOrAnAddressOnlySuggests() {
    UUID one =
        alone(Map.of(VaultField.PHONE, "519-555-0142", VaultField.ADDRESS, "12 Main Street"));
    assertThat(found(Map.of(VaultField.PHONE, "(519) 555 0142")))
        .containsExactly(suggestion(one, LinkHint.PHONE));
    UUID two = alone(Map.of(VaultField.ADDRESS, "99 Elm Road"));
    assertThat(found(Map.of(VaultField.ADDRESS, "99 ELM RD")))
        .containsExactly(suggestion(two, LinkHint.ADDRESS));
  }

  @Test
  void aPhoneOfACrowdIsNobodys() {
    for (int i = 0; i <= Linkage.MOST_WHO_SHARE; i++) {
      alone(Map.of(VaultField.PHONE, "519-555-0100"));
    }
    assertThat(found(Map.of(VaultField.PHONE, "519-555-0100"))).isEmpty();
  }

  @Test
  void twoOfOneIncidentAreNeitherLinkedNorSuggestedNorIsWhoIsLinkedToThem() {
    UUID incident = UUID.randomUUID();
    List<UUID> both =
        report(
            incident,
            List.of(
                with(person("Maria Garcia", BORN), VaultField.PHONE, "519-555-0142"),
                with(person("Pablo Garcia", "1985-03-30"), VaultField.PHONE, "519-555-0142")));
    assertThat(finds).isEmpty();
    assertThat(known.apart(known.group(both.getFirst()), known.group(both.getLast()))).isTrue();
    // She is recognised in the next incident; his new phone there is hers of now.
    report(
        UUID.randomUUID(),
        List.of(
            with(person("Maria Garcia", BORN), VaultField.PHONE, "519-555-0199"),
            person("Pablo Garcia", "1985-03-30")));
    assertThat(finds).hasSize(2).allMatch(one -> one instanceof Linkage.Link);
    UUID third = UUID.randomUUID();
    known.linked(third, both.getFirst());
    assertThat(known.apart(known.group(third), known.group(both.getLast()))).isTrue();
  }

  @Test
  void whatTwoOfOneReportShareTellsNeither() {
    UUID one = alone(number("R101"));
    report(UUID.randomUUID(), List.of(number("R101"), number("R101")));
    assertThat(finds).isEmpty();
    assertThat(known.group(one)).containsExactly(one);
  }

  @Test
  void whatAHumanUndidIsNeverLinkedAgainNotEvenThroughOthers() {
    UUID one = alone(person("Maria Garcia", BORN));
    UUID two = alone(Map.of());
    known.undone(one, two);
    known.has(
        two,
        BlindIndex.Kind.NAME_AND_BIRTH_DATE,
        known.trait(one, BlindIndex.Kind.NAME_AND_BIRTH_DATE).orElseThrow());
    Likeness hers = Likeness.of(personal(person("Maria Garcia", BORN)), digester);
    assertThat(Linkage.find(two, hers, known)).isEmpty();
    assertThat(found(person("Maria Garcia", BORN)))
        .allMatch(found -> found instanceof Linkage.Suggestion);
  }

  @Test
  void theFirstOfJanuaryOnlySuggests() {
    UUID one = alone(person("Amina Hassan", "1990-01-01"));
    assertThat(found(person("Amina Hassan", "1990-01-01")))
        .containsExactly(suggestion(one, LinkHint.SIMILAR_NAME));
  }

  @Test
  void whatIsWrittenWhereThereIsNoNumberIsNobodys() {
    for (String nothing :
        List.of("0", "00", "0000", "99999", "X", "N/A", "n.a.", "UNKNOWN", "none", "- - -", "12")) {
      alone(number(nothing));
      assertThat(found(number(nothing))).as(nothing).isEmpty();
    }
  }

  @Test
  void aNumberOfACrowdIsNobodys() {
    for (int i = 0; i <= Linkage.MOST_WHO_SHARE; i++) {
      alone(with(person("Maria Garcia", "19%d-05-17".formatted(60 + i)), NUMBER, "R101"));
    }
    assertThat(found(number("R101"))).isEmpty();
    UUID one = alone(number("R202"));
    known.crowd(known.trait(one, BlindIndex.Kind.RECORD_NUMBER).orElseThrow());
    assertThat(found(number("R202"))).isEmpty();
  }

  @Test
  void aNumberKeptFromBeforeNamesWereComparedLinksNobodyByItself() {
    UUID one = alone(number("R101"));
    known.carried(one);
    assertThat(found(with(person("Maria Garcia", BORN), NUMBER, "R101")))
        .containsExactly(suggestion(one, LinkHint.RECORD_NUMBER));
    known.has(
        one,
        BlindIndex.Kind.NAME_AND_BIRTH_DATE,
        Likeness.of(personal(person("Maria Garcia", BORN)), digester)
            .trait(BlindIndex.Kind.NAME_AND_BIRTH_DATE)
            .orElseThrow());
    assertThat(found(with(person("Maria Garcia", BORN), NUMBER, "R101")))
        .containsExactly(link(one, LinkReason.RECORD_NUMBER));
  }

  @Test
  void anotherPoliceServicesPersonIsAnotherDigest() {
    assertThat(Likeness.of(personal(number("R101")), digester.within("a")).traits())
        .isNotEqualTo(Likeness.of(personal(number("R101")), digester.within("b")).traits());
  }

  private final List<Linkage.Found> finds = new ArrayList<>();
  private UUID last = UUID.randomUUID();

  private List<Linkage.Found> found(Map<VaultField, String> fields) {
    report(UUID.randomUUID(), List.of(fields), false);
    return List.copyOf(finds);
  }

  private UUID alone(Map<VaultField, String> fields) {
    return report(UUID.randomUUID(), List.of(fields)).getFirst();
  }

  private List<UUID> report(UUID incident, List<Map<VaultField, String>> persons) {
    return report(incident, persons, true);
  }

  /** As intake does it; who is not kept is forgotten before the next. */
  private List<UUID> report(UUID incident, List<Map<VaultField, String>> persons, boolean kept) {
    finds.clear();
    List<Likeness> likenesses =
        Likeness.apart(persons.stream().map(one -> Likeness.of(personal(one), digester)).toList());
    Map<UUID, Likeness> ids = new LinkedHashMap<>();
    likenesses.forEach(
        likeness -> {
          last = UUID.randomUUID();
          ids.put(last, likeness);
        });
    ids.forEach(
        (id, likeness) -> {
          known.isIn(id, incident);
          if (kept) {
            likeness.traits().forEach((kind, trait) -> known.has(id, kind, trait));
          }
        });
    finds.addAll(
        kept
            ? Linkage.settle(ids, known)
            : Linkage.find(last, ids.getOrDefault(last, Likeness.NONE), known));
    return List.copyOf(ids.keySet());
  }

  private Linkage.Found link(UUID other, LinkReason reason) {
    return new Linkage.Link(last, other, reason);
  }

  private Linkage.Found suggestion(UUID other, LinkHint hint) {
    return new Linkage.Suggestion(last, other, hint);
  }

  private static Map<VaultField, String> number(String number) {
    return Map.of(VaultField.RECORD_NUMBER, number);
  }

  private static Map<VaultField, String> person(String name, String born) {
    return Map.of(VaultField.NAME, name, VaultField.BIRTH_DATE, born);
  }

  private static Map<VaultField, String> with(
      Map<VaultField, String> fields, VaultField field, String value) {
    Map<VaultField, String> more = new EnumMap<>(fields);
    more.put(field, value);
    return more;
  }

  private static Map<VaultField, Personal> personal(Map<VaultField, String> fields) {
    Map<VaultField, Personal> personal = new EnumMap<>(VaultField.class);
    fields.forEach((field, value) -> personal.put(field, Personal.of(value)));
    return personal;
  }
}
