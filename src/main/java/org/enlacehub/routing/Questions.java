package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.List;
import org.enlacehub.consulate.Competence;
import org.enlacehub.routing.RoutingDecision.Choice;
import org.enlacehub.routing.RoutingDecision.Question;
import org.enlacehub.routing.Weigher.Verdict;
import org.enlacehub.territory.Area;
import org.enlacehub.territory.Country;
import org.enlacehub.territory.Territory;

/** One short question, with choices where there are few. */
final class Questions {
  static final String[] KEYS = {"country", "area", "which", "city", "confirm"};
  private static final int MAX_CHOICES = 5;

  private final Territory territory;
  private final RoutingRules rules;
  private final List<String> usualCountries;

  Questions(Territory territory, RoutingRules rules, List<String> usualCountries) {
    this.territory = territory;
    this.rules = rules;
    this.usualCountries = usualCountries;
  }

  /** What to ask, or null when the verdict and the mission are sure enough. */
  Question about(Verdict verdict, Competence competence) {
    if (verdict.options().size() > 1) {
      return question("which", options(verdict));
    }
    if (verdict.country().isEmpty()) {
      return question("country", countries());
    }
    if (competence.basis() == Competence.Basis.UNDECIDED) {
      return question(verdict.area().isEmpty() ? "area" : "city", verdict.area().isEmpty() ? List.of() : competence.candidates()
          .stream()
          .map(c -> new Choice(c.code(), c.city(), c.city())).toList());
    }
    if (verdict.confidence() >= rules.ask()) {
      return null;
    }
    if (!verdict.area().isEmpty()) {
      return question("confirm", List.of(area(verdict.area(), verdict.place())));
    }
    // One mission serves the whole country, so what is left to doubt is the country.
    return competence.settled() ? question("country", countries()) : question("area", List.of());
  }

  private List<Choice> countries() {
    return usualCountries.stream().limit(MAX_CHOICES).map(this::country).toList();
  }

  private List<Choice> options(Verdict verdict) {
    var choices = new ArrayList<Choice>();
    for (var option : verdict.options()) {
      var value = option.area().isEmpty() ? option.country() : option.area();
      if (choices.size() < MAX_CHOICES && choices.stream().noneMatch(c -> c.value().equals(value))) {
        choices.add(option.area().isEmpty() ? new Choice(value, option.name() + ", " + country(value).es(),
            option.name() + ", " + country(value).en()) : area(value, option.name()));
      }
    }
    return choices;
  }

  private Choice area(String code, String place) {
    var area = territory.area(code);
    var prefix = place.isEmpty() ? "" : place + ", ";
    return new Choice(code, prefix + area.map(Area::es).orElse(code), prefix + area.map(Area::en).orElse(code));
  }

  private Choice country(String code) {
    var country = territory.country(code);
    return new Choice(code, country.map(Country::es).orElse(code), country.map(Country::en).orElse(code));
  }

  private Question question(String key, List<Choice> choices) {
    var sentence = rules.questions().get(key);
    return new Question(key, sentence.es(), sentence.en(), choices);
  }
}
