package org.enlacehub.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.enlacehub.triage.Likeness.Label;

/**
 * What the examples say about one message.
 *
 * @param likely how likely each label is
 * @param words for each word how much it speaks for a label
 */
record Guess(Map<Label, Double> likely, Function<Label, Map<Integer, Double>> words) {
  private static final int MOST_WORDS = 3;

  static Guess of(Likeness likeness, Map<String, Integer> features) {
    return new Guess(likeness.judge(features.keySet()), label -> {
      var words = new HashMap<Integer, Double>();
      features.forEach((feature, place) -> {
        if (place >= 0) {
          words.merge(place, likeness.weight(feature, label), Double::sum);
        }
      });
      return words;
    });
  }

  /** The same with some categories so many times as likely. */
  Guess leaning(Map<String, Double> factors) {
    var leaning = new HashMap<Label, Double>();
    likely.forEach((label, p) -> leaning.put(label, p * factors.getOrDefault(label.category(), 1.0)));
    double sum = leaning.values().stream().mapToDouble(Double::doubleValue).sum();
    leaning.replaceAll((_, p) -> p / sum);
    return new Guess(leaning, words);
  }

  /** How likely it is that a person must look at once. */
  double alarm() {
    return sum(label -> label.severity() <= 2);
  }

  double critical() {
    return sum(label -> label.severity() == 1);
  }

  double of(String category) {
    return sum(label -> label.category().equals(category));
  }

  /** The likeliest category, among those with a label that is grave enough. */
  String category(int mildest) {
    var sums = new TreeMap<String, Double>();
    likely.forEach((label, p) -> {
      if (label.severity() <= mildest) {
        sums.merge(label.category(), p, Double::sum);
      }
    });
    return sums.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
  }

  /** The likeliest severity within a category, none milder than the bound. */
  Label label(String category, int mildest) {
    return likely.entrySet().stream().filter(e -> e.getKey().category().equals(category) && e.getKey().severity() <= mildest)
        .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(new Label(category, mildest));
  }

  /** The places of the few words that speak loudest for a label; at least one when the message has any. */
  List<Integer> because(Label label) {
    var loudest = words.apply(label).entrySet().stream().sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(MOST_WORDS).toList();
    return loudest.stream().filter(e -> e.getValue() > 0 || e == loudest.getFirst()).map(Map.Entry::getKey).sorted().toList();
  }

  private double sum(Predicate<Label> which) {
    return likely.entrySet().stream().filter(e -> which.test(e.getKey())).mapToDouble(Map.Entry::getValue).sum();
  }
}
