package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Which of the labelled examples a message is like: multinomial logistic regression over {@link Features}, learnt when the
 * rules are loaded. The same examples always give the same result.
 */
final class Likeness {
  private static final int ROUNDS = 7;
  private static final double STEP = 0.15;
  private static final double DECAY = 1e-5;
  private static final double NEGLIGIBLE = 5e-4;
  private static final int SEEN_AT_LEAST = 2;
  private static final long SEED = 7;
  /** Stands for every word that is in hardly any example: small talk is full of them. */
  private static final String RARE_WORD = "rare";

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Label> labels;
  private final float[] rarity;
  private final float[][] weights;
  private final float[] averages;

  /**
   * What an example is.
   *
   * @param severity 1 to 4
   */
  record Label(String category, int severity) implements Comparable<Label> {
    @Override
    public int compareTo(Label other) {
      int byCategory = category.compareTo(other.category);
      return byCategory != 0 ? byCategory : Integer.compare(severity, other.severity);
    }
  }

  /** Learns from examples: the features of each, and what it is. */
  Likeness(List<? extends Collection<String>> features, List<Label> answers) {
    var counts = new HashMap<String, Integer>();
    features.forEach(f -> f.forEach(name -> counts.merge(name, 1, Integer::sum)));
    numbers.put(RARE_WORD, 0);
    counts.entrySet().stream().filter(e -> e.getValue() >= SEEN_AT_LEAST).map(Map.Entry::getKey).sorted()
        .forEach(name -> numbers.put(name, numbers.size()));
    this.rarity = new float[numbers.size()];
    numbers.forEach((name, number) -> rarity[number] = (float) Math.log(1 + (double) features.size() / counts.getOrDefault(name, features.size())));
    this.labels = List.copyOf(new TreeSet<>(answers));
    this.weights = new float[numbers.size()][labels.size()];
    learn(features.stream().map(this::known).toList(), answers.stream().mapToInt(labels::indexOf).toArray());
    this.averages = new float[weights.length];
    for (int i = 0; i < averages.length; i++) {
      for (float weight : weights[i]) {
        averages[i] += weight / labels.size();
      }
    }
  }

  /** How likely each label is; empty when nothing was learnt. */
  Map<Label, Double> judge(Collection<String> features) {
    var likely = new HashMap<Label, Double>();
    var scores = new double[labels.size()];
    score(known(features), scores);
    for (int i = 0; i < scores.length; i++) {
      likely.put(labels.get(i), scores[i]);
    }
    return likely;
  }

  /** How much a feature speaks for a label more than for the average one. */
  double weight(String feature, Label label) {
    var number = numbers.get(feature);
    int answer = Collections.binarySearch(labels, label);
    return number == null || answer < 0 ? 0 : rarity[number] * (weights[number][answer] - averages[number]);
  }

  private void learn(List<int[]> examples, int[] answers) {
    var gradients = new float[weights.length][labels.size()];
    var order = new ArrayList<Integer>();
    for (int i = 0; i < answers.length; i++) {
      order.add(i);
    }
    var random = new Random(SEED);
    var scores = new double[labels.size()];
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      for (int i : order) {
        var example = examples.get(i);
        score(example, scores);
        for (int label = 0; label < scores.length; label++) {
          double error = (scores[label] - (label == answers[i] ? 1 : 0)) * scale(example);
          if (Math.abs(error) > NEGLIGIBLE) {
            correct(example, label, error, gradients);
          }
        }
      }
    }
  }

  private void correct(int[] example, int label, double error, float[][] gradients) {
    for (int feature : example) {
      double slope = error * rarity[feature] + DECAY * weights[feature][label];
      gradients[feature][label] += (float) (slope * slope);
      weights[feature][label] -= (float) (STEP * slope / (1e-6 + Math.sqrt(gradients[feature][label])));
    }
  }

  private void score(int[] example, double[] scores) {
    Arrays.fill(scores, 0);
    double scale = scale(example);
    for (int feature : example) {
      var row = weights[feature];
      double loud = scale * rarity[feature];
      for (int label = 0; label < scores.length; label++) {
        scores[label] += row[label] * loud;
      }
    }
    double most = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (int label = 0; label < scores.length; label++) {
      scores[label] = Math.exp(scores[label] - most);
      sum += scores[label];
    }
    for (int label = 0; label < scores.length; label++) {
      scores[label] /= sum;
    }
  }

  /** Makes long and short messages equally loud. */
  private double scale(int[] example) {
    double squares = 0;
    for (int feature : example) {
      squares += rarity[feature] * rarity[feature];
    }
    return 1 / Math.sqrt(Math.max(1, squares));
  }

  private int[] known(Collection<String> features) {
    return features.stream().map(f -> numbers.get(f.startsWith(Features.WORD) && !numbers.containsKey(f) ? RARE_WORD : f))
        .filter(java.util.Objects::nonNull).mapToInt(Integer::intValue).toArray();
  }
}
