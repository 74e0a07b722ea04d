package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.triage.Rule.Hit;
import org.enlacehub.triage.TriageRules.Category;
import org.enlacehub.triage.Weighing.Outcome;

/** Judges messages by the rules and examples of {@code config/triage}. Immutable, for any number of threads. */
public final class Triage {
  private static final String NOTHING_KNOWN = "OTH";
  private static final String CRY = "UNK";
  private static final String GENERAL = "GENERAL";
  private static final String EXAMPLES = "examples";

  private final TriageRules rules;

  Triage(TriageRules rules) {
    this.rules = rules;
  }

  /** Loads the rules; {@link org.enlacehub.platform.config.InvalidConfiguration} with all that is wrong. */
  public static Triage load(ConfigFolders folders) {
    return new Triage(TriageFiles.load(folders));
  }

  /** The service codes that a verdict may name, in the order of the file. */
  public List<String> topics() {
    return rules.topics().stream().map(TriageRules.Topic::code).toList();
  }

  /** The category codes that a verdict may name, in order of precedence. */
  public Set<String> categories() {
    return rules.categories().keySet();
  }

  /** The service of a finer label, as test files use them; the label itself when none covers it. */
  String topicOf(String label) {
    return rules.topics().stream().filter(t -> t.labels().contains(label)).map(TriageRules.Topic::code).findFirst().orElse(label);
  }

  /** What the rules and the examples say about a text of any kind and length; a null text counts as empty. */
  public Verdict assess(String text) {
    var message = text == null ? "" : text;
    var tokens = rules.writing().tokens(message);
    var reading = new Reading(tokens, rules.lexicon());
    var language = rules.languages().of(tokens);
    Map<Context, BitSet> contexts = new LinkedHashMap<>();
    rules.contexts().forEach(c -> contexts.put(c, c.in(reading)));
    var hits = hits(reading, contexts);
    boolean calm = contexts.entrySet().stream()
        .anyMatch(c -> c.getKey().scope() == Context.Scope.MESSAGE && !c.getValue().isEmpty());
    var guess = Guess.of(rules.likeness(), Features.of(reading, rules.lexicon(), rules.commonplace()));
    var outcome = weigh(hits, guess, calm, tokens.isEmpty(), language);
    var because = new LinkedHashSet<Reason>();
    if (outcome.byExamples()) {
      var label = guess.label(outcome.category(), outcome.severity());
      guess.because(label).forEach(word -> because.add(reason(EXAMPLES, new Pattern.Span(word, word + 1), message, tokens)));
    }
    hits.forEach(hit -> hit.spans().forEach(span -> because.add(reason(hit.rule().id(), span, message, tokens))));
    var ofRule = outcome.byRule() ? hits.getFirst().rule().topic() : "";
    return new Verdict(language, topic(rules.categories().get(outcome.category()), ofRule, reading), outcome.category(),
        outcome.severity(), flags(reading, language), List.copyOf(because), rules.version());
  }

  private Outcome weigh(List<Hit> hits, Guess guess, boolean calm, boolean silent, String language) {
    boolean foreign = rules.languages().barelyKnown(language);
    if (foreign && !hits.isEmpty() && hits.getFirst().rule().alone()) {
      return new Outcome(hits.getFirst().rule().category(), hits.getFirst().severity(), true, false);
    }
    if (silent || (hits.isEmpty() && foreign)) {
      var category = rules.categories().get(silent ? NOTHING_KNOWN : CRY);
      return new Outcome(category.code(), category.severity(), false, false);
    }
    return rules.weighing().of(hits, guess, calm);
  }

  /** The rules that hold, the decisive one first. */
  private List<Hit> hits(Reading reading, Map<Context, BitSet> contexts) {
    var courtesy = reading.covered(rules.courtesy());
    var all = new ArrayList<Hit>();
    for (var rule : rules.rules()) {
      rule.holds(reading, contexts, courtesy).ifPresent(all::add);
    }
    if (all.stream().anyMatch(h -> !h.rule().alone())) {
      all.removeIf(h -> h.rule().alone());
    }
    all.sort(Comparator.comparingInt(Hit::severity).thenComparingInt(h -> category(h).precedence()));
    var beaten = new HashSet<String>();
    for (var hit : all) {
      if (!beaten.contains(hit.rule().category()) || hit.rule().beats().contains(hit.rule().category())) {
        beaten.addAll(hit.rule().beats());
      }
    }
    all.removeIf(h -> beaten.contains(h.rule().category()) && !h.rule().beats().contains(h.rule().category()));
    return all;
  }

  private Category category(Hit hit) {
    return rules.categories().get(hit.rule().category());
  }

  private String topic(Category category, String ofRule, Reading reading) {
    if (!ofRule.isEmpty()) {
      return ofRule;
    }
    if (!category.topic().isEmpty()) {
      return category.topic();
    }
    return rules.topics().stream().filter(t -> t.when().stream().anyMatch(p -> p.in(reading)))
        .map(TriageRules.Topic::code).findFirst().orElse(GENERAL);
  }

  private Set<String> flags(Reading reading, String language) {
    var flags = new LinkedHashSet<String>();
    for (var flag : rules.flags()) {
      boolean spoken = flag.code().equals("INDIG_LANG") && rules.languages().barelyKnown(language);
      if (spoken || flag.when().stream().anyMatch(p -> p.in(reading))) {
        flags.add(flag.code());
      }
    }
    return java.util.Collections.unmodifiableSet(flags);
  }

  private static Reason reason(String rule, Pattern.Span span, String text, List<Token> tokens) {
    int start = tokens.get(span.start()).start();
    int end = tokens.get(span.end() - 1).end();
    return new Reason(rule, text.substring(start, end), start, end);
  }
}
