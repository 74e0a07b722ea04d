package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.triage.Lexicon.WordClass;
import org.enlacehub.triage.Sequence.Gap;

/**
 * Reads the small language of patterns: {@code word}, {@code stem*}, {@code =exactly}, {@code CLASS}, {@code 1-17} (a number),
 * {@code a|B} (either), {@code one_two} (a fixed phrase); a space lets a few words stand between, {@code ..} lets more,
 * {@code &} joins parts in any order.
 */
final class PatternParser {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})-(\\d{1,6})");
  private static final Pattern CLASS = Pattern.compile("[\\p{Lu}][\\p{Lu}\\d_]*");
  private static final Pattern LITERAL = Pattern.compile("=?[\\p{Ll}\\p{Lo}\\p{M}\\d'’]+\\*?|=?\\p{So}");

  private final Vocabulary vocabulary;
  private final List<WordClass> classes = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  PatternParser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Makes a class known; those that its entries name must be known already. */
  int define(String name, List<Sequence> entries) {
    classes.add(new WordClass(name, entries));
    numbers.put(name, classes.size() - 1);
    return classes.size() - 1;
  }

  List<WordClass> classes() {
    return List.copyOf(classes);
  }

  Set<String> names() {
    return numbers.keySet();
  }

  /** The number of a class, -1 when there is none of that name. */
  int number(String name) {
    return numbers.getOrDefault(name, -1);
  }

  /** A whole pattern; {@link Unreadable} with what is wrong and what to do. */
  org.enlacehub.triage.Pattern pattern(String text) throws Unreadable {
    var parts = new ArrayList<Sequence>();
    for (var part : text.split("&", -1)) {
      parts.add(sequence(part, Gap.NEAR));
    }
    return new org.enlacehub.triage.Pattern(List.copyOf(parts));
  }

  /** One sequence; {@code gap} is what a space means in it. */
  Sequence sequence(String text, Gap gap) throws Unreadable {
    var items = new ArrayList<Item>();
    var gaps = new ArrayList<Gap>();
    boolean wide = false;
    for (var word : text.strip().split("\\s+")) {
      if (word.equals("..")) {
        wide = true;
        continue;
      }
      if (!items.isEmpty()) {
        gaps.add(wide ? Gap.WIDE : gap);
      }
      items.add(item(word));
      wide = false;
    }
    if (items.isEmpty() || wide) {
      throw new Unreadable("The pattern '" + text.strip() + "' is not complete.",
          "Put words or classes on both sides of '..' and '&'.");
    }
    return new Sequence(List.copyOf(items), List.copyOf(gaps));
  }

  private Item item(String text) throws Unreadable {
    var literals = new ArrayList<Integer>();
    var inner = new ArrayList<Integer>();
    int low = 1;
    int high = 0;
    for (var choice : text.split("\\|", -1)) {
      var number = NUMBER.matcher(choice);
      if (number.matches()) {
        low = Integer.parseInt(number.group(1));
        high = Integer.parseInt(number.group(2));
      } else if (CLASS.matcher(choice).matches()) {
        inner.add(known(choice));
      } else if (choice.contains("_")) {
        inner.add(numbers.containsKey(choice) ? number(choice)
            : define(choice, List.of(sequence(choice.replace('_', ' '), Gap.LIGHT))));
      } else if (LITERAL.matcher(choice).matches()) {
        literals.add(vocabulary.add(choice));
      } else {
        throw new Unreadable("'" + choice + "' is not a word, a stem*, a CLASS or a number like 1-17.",
            "Correct it; classes are in upper case.");
      }
    }
    return new Item(array(literals), array(inner), low, high);
  }

  private int known(String name) throws Unreadable {
    int number = number(name);
    if (number < 0) {
      throw new Unreadable("The word class '" + name + "' does not exist.", Spelling.nearest(name, numbers.keySet())
          .map(n -> "Did you mean '" + n + "'?").orElse("Define it in config/triage/words."));
    }
    return number;
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A pattern that cannot be read. */
  static final class Unreadable extends Exception {
    private final String remedy;

    Unreadable(String message, String remedy) {
      super(message);
      this.remedy = remedy;
    }

    String remedy() {
      return remedy;
    }
  }
}
