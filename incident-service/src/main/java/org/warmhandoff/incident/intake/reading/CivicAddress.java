package org.warmhandoff.incident.intake.reading;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A civic address as a location object carries it (RFC 4119 and RFC 5139): its elements by name, in
 * the order they stand. Identifies somebody's home: it goes to the vault, its city alone may be
 * told as a code.
 */
record CivicAddress(Map<String, String> elements) {

  private static final String NAMESPACE = "urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr";

  /**
   * No location object has a document type, and the parser does not bear every one: over some it
   * looks for words it has not got, and throws what nobody expects of it.
   */
  private static final String DOCUMENT_TYPE = "<!DOCTYPE";

  /** What stands before a street's name, is its name and comes after it (RFC 5139 section 3). */
  private static final List<String> STREET =
      List.of("HNO", "HNS", "PRD", "PRM", "RD", "A6", "STS", "POD", "POM", "UNIT", "FLR", "ROOM");

  private static final String CITY = "A3";
  private static final List<String> PLACE = List.of("A4", CITY, "A2", "A1", "PC", "country");

  /** Reads the first civic address of a location object; empty where there is none. */
  static Optional<CivicAddress> of(String xml) {
    if (xml.contains(DOCUMENT_TYPE)) {
      return Optional.empty();
    }
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("civicAddress")
            && NAMESPACE.equals(reader.getNamespaceURI())) {
          return Optional.of(new CivicAddress(elements(reader)));
        }
      }
      return Optional.empty();
    } catch (XMLStreamException notXml) {
      return Optional.empty();
    }
  }

  /** On one line, as it would be written on an envelope. */
  String line() {
    return Stream.of(STREET, PLACE)
        .map(
            names ->
                names.stream()
                    .map(name -> elements.getOrDefault(name, ""))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(names == STREET ? " " : ", ")))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  Optional<String> city() {
    return Optional.ofNullable(elements.get(CITY)).filter(text -> !text.isEmpty());
  }

  private static Map<String, String> elements(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> elements = new LinkedHashMap<>();
    List<String> open = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          open.add(reader.getLocalName());
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (open.isEmpty()) {
            return elements;
          }
          elements.putIfAbsent(open.removeLast(), text.toString().strip());
          text.setLength(0);
        }
        default -> {
          // Comments and processing instructions say nothing of a place.
        }
      }
    }
    return elements;
  }

  /** No document type, no entity, nothing fetched from anywhere. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
