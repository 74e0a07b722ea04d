package org.enlacehub.inquiry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.enlacehub.inquiry.SafetyWords.Question;
import org.enlacehub.inquiry.SafetyWords.Words;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/inquiry/safety.yml}. */
final class SafetyFiles {
  private static final String[] LANGUAGES = {"es", "en"};

  private SafetyFiles() {}

  static SafetyWords read(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("inquiry").resolve("safety.yml");
    var facts = new HashMap<String, List<Pattern>>();
    var categories = new HashMap<String, Words>();
    YamlFile.read(file, folders.display(file), findings).ifPresent(top -> {
      top.allowOnly("facts", "categories");
      top.map("facts").ifPresent(all -> all.keys().forEach(fact -> facts.put(fact, patterns(all, fact))));
      top.map("categories").ifPresent(all -> all.keys().forEach(code -> all.map(code).ifPresent(one -> categories.put(code, words(one, facts)))));
      if (!categories.containsKey(SafetyWords.DEFAULT)) {
        top.report("categories", "There are no words for categories that are not named.", "Add 'default:' with 'says' and 'ask'.");
      }
    });
    return new SafetyWords(Map.copyOf(facts), Map.copyOf(categories));
  }

  private static List<Pattern> patterns(YamlMap all, String fact) {
    var patterns = new ArrayList<Pattern>();
    for (var text : all.texts(fact)) {
      try {
        patterns.add(Pattern.compile(text));
      } catch (PatternSyntaxException e) {
        all.report(fact, "'" + text + "' is not a regular expression: " + e.getDescription() + ".", "Mend it, or write plain words.");
      }
    }
    return List.copyOf(patterns);
  }

  private static Words words(YamlMap one, Map<String, List<Pattern>> facts) {
    one.allowOnly("says", "in", "ask");
    var in = new HashMap<String, Map<String, String>>();
    one.map("in").ifPresent(countries -> countries.keys().forEach(country -> in.put(country, texts(countries.map(country), countries, country))));
    var ask = new ArrayList<Question>();
    for (var question : one.maps("ask")) {
      question.allowOnly("unless", "es", "en");
      var unless = question.text("unless").orElse(null);
      if (unless != null && !unless.equals(SafetyWords.PLACE) && !facts.containsKey(unless)) {
        var known = new TreeSet<>(facts.keySet());
        known.add(SafetyWords.PLACE);
        question.report("unless", "There is no fact '" + unless + "'.", "Use one of: " + String.join(", ", known) + ".");
      }
      ask.add(new Question(unless, texts(Optional.of(question), question, "es")));
    }
    if (ask.isEmpty() || ask.getLast().unless() != null) {
      one.report("ask", "Whoever has said everything would be asked nothing.", "End with a question without 'unless'.");
    }
    return new Words(texts(one.map("says"), one, "says"), Map.copyOf(in), List.copyOf(ask));
  }

  private static Map<String, String> texts(Optional<YamlMap> found, YamlMap at, String key) {
    var texts = new HashMap<String, String>();
    for (var language : LANGUAGES) {
      found.flatMap(map -> map.text(language)).ifPresentOrElse(text -> texts.put(language, text),
          () -> at.report(key, "There is nothing in '" + language + "'.", "Add it; write \"\" to say nothing."));
    }
    return Map.copyOf(texts);
  }
}
