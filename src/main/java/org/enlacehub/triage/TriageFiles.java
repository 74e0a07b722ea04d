package org.enlacehub.triage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.triage.TriageRules.Category;
import org.enlacehub.triage.TriageRules.Flag;
import org.enlacehub.triage.TriageRules.Topic;

/** Reads and checks the files of {@code config/triage}. */
public final class TriageFiles implements ConfigPart {

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    new Reader(folders, findings).read();
  }

  /** All rules, or {@link org.enlacehub.platform.config.InvalidConfiguration} with all that is wrong. */
  static TriageRules load(ConfigFolders folders) {
    var findings = new Findings();
    var rules = new Reader(folders, findings).read();
    findings.throwIfAny();
    return rules.orElseThrow();
  }

  /** One reading of the folder. */
  private static final class Reader {
    private final ConfigFolders folders;
    private final Findings findings;
    private final Path folder;

    Reader(ConfigFolders folders, Findings findings) {
      this.folders = folders;
      this.findings = findings;
      this.folder = folders.config().resolve("triage");
    }

    Optional<TriageRules> read() {
      var writing = file("writing.yml");
      var contexts = file("contexts.yml");
      var languages = file("languages.yml");
      var categories = file("categories.yml");
      var topics = file("topics.yml");
      var flags = file("flags.yml");
      var examples = file("examples.yml");
      if (List.of(writing, contexts, languages, categories, topics, flags, examples).stream().anyMatch(Optional::isEmpty)) {
        return Optional.empty();
      }
      var spoken = languages(languages.get());
      var vocabulary = new Vocabulary(known(writing.get(), spoken));
      var parser = new PatternParser(vocabulary);
      var settings = contexts.get();
      new WordFiles(parser, findings).read(folders, folder.resolve("words"), settings.requiredText("light"));
      var patterns = new Patterns(parser, findings);
      var topicList = topics(topics.get(), patterns);
      var categoryMap = categories(categories.get(), topicList);
      var contextList = contexts(settings, patterns);
      var flagList = flags(flags.get(), patterns);
      var rules = new RuleFiles(patterns, categoryMap, topicList, contextList).read(folders, folder.resolve("rules"), findings);
      int light = patterns.wordClass(settings, "light");
      int mask = patterns.wordClass(settings, "idioms");
      int courtesy = patterns.wordClass(settings, "courtesy");
      var learner = new ExampleFiles(patterns, categoryMap, findings);
      var commonplace = learner.commonplace(examples.get());
      var weighing = ExampleFiles.weighing(examples.get());
      var labelled = learner.read(folder.resolve("examples.csv"), folders);
      if (!findings.isEmpty()) {
        return Optional.empty();
      }
      var reader = writing(writing.get());
      var lexicon = Lexicon.of(vocabulary, parser.classes(), light, mask);
      return Optional.of(new TriageRules(reader, lexicon, courtesy, contextList, categoryMap, rules, topicList, flagList,
          spoken.learning(ExampleFiles.words(labelled, reader)), ExampleFiles.learn(labelled, reader, lexicon, commonplace),
          commonplace, weighing, Fingerprint.of(folder)));
    }

    private Optional<YamlMap> file(String name) {
      return YamlFile.read(folder.resolve(name), folders.display(folder.resolve(name)), findings);
    }

    private static Writing writing(YamlMap map) {
      map.allowOnly("shorthand", "numbers", "known");
      var numbers = new HashMap<String, Integer>();
      map.map("numbers").ifPresent(m -> m.keys()
          .forEach(k -> m.number(k, 0, 99_999).ifPresent(n -> numbers.put(k, n.intValue()))));
      return new Writing(Map.copyOf(map.textMap("shorthand")), Map.copyOf(numbers));
    }

    private static Set<String> known(YamlMap writing, Languages languages) {
      var known = new HashSet<String>();
      languages.words().values().forEach(known::addAll);
      words(writing, "known").forEach(known::add);
      return known;
    }

    private static List<String> words(YamlMap map, String key) {
      return map.texts(key).stream().flatMap(line -> List.of(line.split("[\\s,]+")).stream()).map(Writing::fold)
          .filter(w -> !w.isEmpty()).toList();
    }

    private static Languages languages(YamlMap map) {
      map.allowOnly("words", "endings", "attested");
      var words = new LinkedHashMap<String, Set<String>>();
      var endings = new LinkedHashMap<String, List<String>>();
      var attested = new LinkedHashMap<String, Set<String>>();
      map.map("words").ifPresent(m -> m.keys().forEach(k -> words.put(k, Set.copyOf(words(m, k)))));
      map.map("endings").ifPresent(m -> m.keys().forEach(k -> endings.put(k, words(m, k))));
      map.map("attested").ifPresent(m -> m.keys().forEach(k -> attested.put(k, Set.copyOf(words(m, k)))));
      return new Languages(words, endings, attested);
    }

    private static Map<String, Category> categories(YamlMap map, List<Topic> topics) {
      var codes = topics.stream().map(Topic::code).toArray(String[]::new);
      var categories = new LinkedHashMap<String, Category>();
      for (var code : map.keys()) {
        map.map(code).ifPresent(m -> {
          m.allowOnly("es", "en", "severity", "topic");
          var topic = m.oneOf("topic", codes).orElse("");
          m.requiredText("es");
          m.requiredText("en");
          m.requiredText("severity");
          int severity = m.number("severity", 1, 4).orElse(4L).intValue();
          categories.put(code, new Category(code, severity, topic, categories.size()));
        });
      }
      for (var needed : List.of("UNK", "OTH")) {
        if (!categories.containsKey(needed)) {
          map.report(needed, "The category '" + needed + "' is missing.", "Triage falls back to it: add it.");
        }
      }
      return categories;
    }

    private static List<Topic> topics(YamlMap map, Patterns patterns) {
      var topics = new ArrayList<Topic>();
      for (var code : map.keys()) {
        map.map(code).ifPresent(m -> {
          m.allowOnly("es", "en", "when", "labels");
          topics.add(new Topic(code, patterns.list(m, "when"), Set.copyOf(m.texts("labels"))));
        });
      }
      return topics;
    }

    private static List<Flag> flags(YamlMap map, Patterns patterns) {
      var flags = new ArrayList<Flag>();
      for (var code : map.keys()) {
        map.map(code).ifPresent(m -> {
          m.allowOnly("es", "en", "when");
          flags.add(new Flag(code, patterns.list(m, "when")));
        });
      }
      return flags;
    }

    private static List<Context> contexts(YamlMap map, Patterns patterns) {
      map.allowOnly("light", "idioms", "courtesy", "contexts");
      var contexts = new ArrayList<Context>();
      var names = new LinkedHashSet<String>();
      for (var m : map.maps("contexts")) {
        m.allowOnly("name", "marker", "except", "scope", "reach", "lightOnly", "mildest");
        var name = m.requiredText("name");
        if (!names.add(name)) {
          m.report("name", "The context '" + name + "' stands twice.", "Rename one.");
        }
        m.requiredText("scope");
        contexts.add(new Context(name, patterns.wordClass(m, "marker"), m.has("except") ? patterns.wordClass(m, "except") : -1,
            m.oneOf("scope", "after", "around", "message").map(s -> Context.Scope.valueOf(s.toUpperCase(java.util.Locale.ROOT)))
                .orElse(Context.Scope.AFTER),
            m.number("reach", 1, 30).orElse(8L).intValue(), m.flag("lightOnly").orElse(false),
            m.number("mildest", 1, 4).orElse(2L).intValue()));
      }
      return contexts;
    }
  }
}
