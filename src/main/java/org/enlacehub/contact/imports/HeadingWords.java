package org.enlacehub.contact.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.platform.config.Spelling;

/** The words by which columns are known: those of {@code headings.csv} and those of the declared fields. */
final class HeadingWords {
  private static final List<List<String>> WORDS = WordTable.rows("headings.csv");
  private static final int SHORTEST_MISSPELT = 5;

  private static final Set<String> SILENT = Set.of("de", "del", "la", "el", "los", "las", "su", "of", "the", "en", "que", "a", "y");

  private final Map<String, Word> words = new HashMap<>();
  /** By their words in alphabetical order without the small ones: "vence pasaporte" is "el pasaporte vence". */
  private final Map<String, Word> unordered = new HashMap<>();

  /** @param language of the word; empty for canonical names, which say nothing about the file's language */
  record Word(Column.Target target, String language) {}

  HeadingWords(DeclaredFields declared) {
    for (var row : WORDS) {
      var target = new Column.Target.Known(Field.of(row.get(0)).orElseThrow());
      for (var word : WordTable.words(row.get(2))) {
        words.putIfAbsent(Folded.of(word), new Word(target, row.get(1)));
      }
    }
    for (var field : declared.all()) {
      var target = new Column.Target.Declared(field);
      words.put(Folded.of(field.name()), new Word(target, ""));
      for (var heading : field.headings()) {
        words.put(Folded.of(heading), new Word(target, ""));
      }
    }
    words.forEach((text, word) -> unordered.putIfAbsent(unordered(text), word));
  }

  private static String unordered(String folded) {
    return Stream.of(folded.split(" ")).filter(word -> !SILENT.contains(word)).sorted().collect(Collectors.joining(" "));
  }

  /** The field that a heading names word for word; a number at its end or a remark in parentheses does not count. */
  Optional<Word> exact(String heading) {
    var folded = Folded.of(heading);
    var bare = Folded.of(heading.replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]|\\*", " "));
    for (var form : List.of(folded, bare, folded.replaceAll(" ?\\d+$", ""), bare.replaceAll(" ?\\d+$", ""), bare.replaceAll("^(el|la|su|no|num) ", ""))) {
      var word = words.get(form);
      if (word != null && !form.isEmpty()) {
        return Optional.of(word);
      }
    }
    return unordered(bare).contains(" ") ? Optional.ofNullable(unordered.get(unordered(bare))) : Optional.empty();
  }

  /** The field whose word is one slip of the pen away (two in long words), when only one field's is. */
  Optional<Word> misspelt(String heading) {
    var folded = Folded.of(heading);
    if (folded.length() < SHORTEST_MISSPELT) {
      return Optional.empty();
    }
    int allowed = folded.length() >= 9 ? 2 : 1;
    var near = new ArrayList<Word>();
    for (var entry : words.entrySet()) {
      if (entry.getKey().length() >= SHORTEST_MISSPELT && Spelling.distance(folded, entry.getKey()) <= allowed) {
        near.add(entry.getValue());
      }
    }
    return near.stream().map(Word::target).distinct().count() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
  }

  /** What a heading may have meant, for a person to confirm: the nearest word, or one that stands within it. */
  Optional<String> suggestion(String heading) {
    var folded = Folded.of(heading);
    var within = words.keySet().stream()
        .filter(word -> word.length() >= 4 && (" " + folded + " ").contains(" " + word + " "))
        .max((a, b) -> Integer.compare(a.length(), b.length()));
    return within.or(() -> folded.length() < 4 ? Optional.empty() : Spelling.nearest(folded, words.keySet()))
        .map(word -> words.get(word).target().code());
  }

  Optional<Column.Target> target(String code) {
    return Optional.ofNullable(words.get(Folded.of(code))).map(Word::target).filter(target -> target.code().equals(code));
  }
}
