package org.enlacehub.routing;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the ministry edits about routing. An immutable value, loaded by {@link RoutingFiles}.
 *
 * @param ask below this confidence the person is asked
 * @param certain from this weight on, evidence may move a person away from an open desk
 * @param frames phrases that say how a place after them relates to the person
 * @param spellings ways in which people write places
 * @param facilities detention centres, border stations, shelters
 * @param words words that are also names of places or look like one
 */
record RoutingRules(double ask, double certain, Map<Rule, Weighted> rules, Map<String, Sentence> questions, Map<String,
    Role> frames,
    List<Spelled> spellings, List<Facility> facilities, Words words) {

  /** A rule's weight and its sentence. */
  record Weighted(double weight, Sentence sentence) {}

  /** A text in the two languages of the console. */
  record Sentence(String es, String en) {
    Sentence with(Object... values) {
      return new Sentence(new MessageFormat(quoted(es), Locale.ROOT).format(values),
          new MessageFormat(quoted(en), Locale.ROOT).format(values));
    }

    private static String quoted(String pattern) {
      return pattern.replace("'", "''");
    }
  }

  /**
   * A spelling of a place.
   *
   * @param area ISO 3166-2; empty when the words mean only the country
   * @param place the town; empty for the area itself
   * @param sure the words mean this unless others say otherwise; else it is one meaning among those of the gazetteer
   */
  record Spelled(String spelling, String country, String area, String place, boolean sure) {}

  /**
   * Where people are held or found.
   *
   * @param shortName how people call it beside words such as "centro de detención"; may be empty
   */
  record Facility(String name, String shortName, String country, String area, String city) {}

  /**
   * Words with a special part in reading.
   *
   * @param common names of places that are also ordinary words, first names or surnames: never a place without a frame
   * @param ordinary of these, those that mean the ordinary thing even after "estoy en" ("el monte")
   * @param notTypos words that look like a misspelt place and are none
   * @param doubtful abbreviations of areas that are also words ({@code la}, {@code me}): areas only right after a town
   * @param generic words that may stand between a preposition and a name ("el estado de")
   * @param turns words after which a new thought begins ("pero")
   * @param holding words beside which a facility's short name is taken for the facility
   * @param shorthand short or wrong spellings of words of phrases, to the right ones
   */
  record Words(Set<String> common, Set<String> ordinary, Set<String> notTypos, Set<String> doubtful, Set<String> generic,
      Set<String> turns,
      Set<String> holding, Map<String, String> shorthand) {}

  double weight(Rule rule) {
    return rules.get(rule).weight();
  }

  Sentence sentence(Rule rule, Object... values) {
    return rules.get(rule).sentence().with(values);
  }
}
