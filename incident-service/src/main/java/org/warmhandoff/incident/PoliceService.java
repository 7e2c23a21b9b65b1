package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;

/** A police service of this installation: the law and the zone its incidents stand under. */
@Entity
@Table(name = "police_service")
public class PoliceService {

  @Id private String code;
  private String jurisdiction;
  private String name;
  private String zone;

  @Column(name = "help_line")
  private String helpLine;

  @Column(name = "domestic_types")
  private String[] domesticTypes;

  @Column(name = "posts_per_second")
  private int postsPerSecond;

  PoliceService() {}

  public PoliceService(String code, Settings settings) {
    this.code = code;
    become(settings);
  }

  /**
   * What an administrator says of a police service.
   *
   * @param zone IANA zone
   * @param helpLine the number an officer gives when nobody can come
   * @param domesticTypes incident types that are domestic although the source does not say so
   * @param postsPerSecond how many incidents its systems may post a second, sustained
   */
  public record Settings(
      String name,
      String jurisdiction,
      String zone,
      String helpLine,
      List<String> domesticTypes,
      int postsPerSecond) {
    public Settings {
      domesticTypes = List.copyOf(domesticTypes);
    }
  }

  public final void become(Settings settings) {
    name = settings.name();
    jurisdiction = settings.jurisdiction();
    zone = settings.zone();
    helpLine = settings.helpLine();
    domesticTypes = settings.domesticTypes().toArray(String[]::new);
    postsPerSecond = settings.postsPerSecond();
  }

  public String code() {
    return code;
  }

  public String jurisdiction() {
    return jurisdiction;
  }

  public String zone() {
    return zone;
  }

  public String helpLine() {
    return helpLine;
  }

  public int postsPerSecond() {
    return postsPerSecond;
  }

  /** Whether an incident of this type is domestic by itself. */
  public boolean callsDomestic(String type) {
    return Arrays.asList(domesticTypes).contains(type);
  }
}
