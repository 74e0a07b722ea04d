package org.enlacehub.contact.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the columns of a file hold, found out from their headings in Spanish or English and from what a person says about them.
 */
public final class Headings {
  /** The word of a mapping for a column that is not to be read. */
  public static final String IGNORE = "ignore";

  private final List<Column> columns;
  private final String language;

  private Headings(List<Column> columns, String language) {
    this.columns = List.copyOf(columns);
    this.language = language;
  }

  /**
   * Recognises headings.
   *
   * @param mapping by heading (as in the file; case and accents do not count) the name of a field, or {@link #IGNORE}; wins over what
   *     is recognised
   * @throws UnreadableFile {@code unknown_mapping} when the mapping names a field or heading that does not exist, {@code no_headings}
   *     when the first row looks like data, {@code no_identity} when no column can tell one contact from another
   */
  public static Headings recognise(List<String> headings, DeclaredFields declared, Map<String, String> mapping) throws UnreadableFile {
    var result = guess(headings, declared, mapping);
    result.check();
    return result;
  }

  /** As {@link #recognise}, for a person to correct: columns that cannot do are no reason to refuse. */
  static Headings guess(List<String> headings, DeclaredFields declared, Map<String, String> mapping) throws UnreadableFile {
    var words = new HeadingWords(declared);
    var wishes = wishes(headings, words, mapping);
    var taken = new HashSet<String>();
    wishes.stream().flatMap(Optional::stream).filter(w -> !w.equals(IGNORE)).forEach(taken::add);
    var columns = new ArrayList<Column>();
    int spanish = 0;
    int english = 0;
    for (int i = 0; i < headings.size(); i++) {
      var found = words.exact(headings.get(i));
      spanish += found.filter(w -> w.language().equals("es")).isPresent() ? 1 : 0;
      english += found.filter(w -> w.language().equals("en")).isPresent() ? 1 : 0;
      columns.add(column(i, headings.get(i), words, wishes.get(i), found, taken));
    }
    return new Headings(givenNames(columns), english > spanish ? "en" : "es");
  }

  private static List<Optional<String>> wishes(List<String> headings, HeadingWords words, Map<String, String> mapping)
      throws UnreadableFile {
    var wishes = new ArrayList<Optional<String>>();
    var used = new HashSet<String>();
    for (var heading : headings) {
      var key = mapping.keySet().stream().filter(k -> k.strip().equals(heading)).findFirst()
          .or(() -> mapping.keySet().stream().filter(k -> !Folded.of(k).isEmpty() && Folded.of(k).equals(Folded.of(heading))).findFirst());
      key.ifPresent(used::add);
      wishes.add(key.map(mapping::get).map(wish -> wish.isBlank() ? IGNORE : wish.strip()));
    }
    for (var entry : mapping.entrySet()) {
      var wish = entry.getValue().strip();
      if (!used.contains(entry.getKey())) {
        throw new UnreadableFile("unknown_mapping", entry.getKey());
      }
      if (!wish.isEmpty() && !wish.equals(IGNORE) && words.target(wish).isEmpty()) {
        throw new UnreadableFile("unknown_mapping", wish);
      }
    }
    return wishes;
  }

  private static Column column(int index, String heading, HeadingWords words, Optional<String> wish, Optional<HeadingWords.Word> exact,
      Set<String> taken) {
    if (wish.isPresent()) {
      return wish.get().equals(IGNORE)
          ? new Column(index, heading, Optional.empty(), Column.How.IGNORED, Optional.empty())
          : new Column(index, heading, words.target(wish.get()), Column.How.MAPPED, Optional.empty());
    }
    if (heading.isBlank()) {
      return new Column(index, heading, Optional.empty(), Column.How.UNNAMED, Optional.empty());
    }
    var found = exact.or(() -> words.misspelt(heading)).map(HeadingWords.Word::target);
    if (found.isEmpty()) {
      return new Column(index, heading, Optional.empty(), Column.How.UNKNOWN, words.suggestion(heading));
    }
    boolean repeatable = found.get() instanceof Column.Target.Known(var field) && field.isRepeatable();
    if (!taken.add(found.get().code()) && !repeatable) {
      return new Column(index, heading, Optional.empty(), Column.How.DUPLICATE, Optional.of(found.get().code()));
    }
    return new Column(index, heading, found, exact.isPresent() ? Column.How.RECOGNISED : Column.How.GUESSED, Optional.empty());
  }

  /** Beside a column of surnames, one that is headed just "nombre" holds given names. */
  private static List<Column> givenNames(List<Column> columns) {
    boolean surnames = columns.stream().anyMatch(c -> c.holds(Field.FAMILY_NAME) && !Folded.of(c.heading()).equals("family name"));
    return columns.stream()
        .map(c -> surnames && c.how() == Column.How.RECOGNISED && c.holds(Field.NAME) && List.of("nombre", "name").contains(Folded.of(c.heading()))
            ? new Column(c.index(), c.heading(), Optional.of(new Column.Target.Known(Field.GIVEN_NAME)), c.how(), c.suggestion()) : c)
        .toList();
  }

  /** @throws UnreadableFile when contacts cannot be told apart by these columns */
  void check() throws UnreadableFile {
    boolean nothing = columns.stream().allMatch(c -> c.target().isEmpty() && c.how() != Column.How.IGNORED);
    if (nothing && columns.stream().map(Column::heading).anyMatch(Headings::isData)) {
      throw new UnreadableFile("no_headings");
    }
    if (with(Field.PHONE, Field.WHATSAPP, Field.EMAIL, Field.EXTERNAL_ID).findAny().isEmpty()) {
      throw new UnreadableFile("no_identity");
    }
  }

  private static boolean isData(String heading) {
    return heading.contains("@") || heading.replaceAll("[^0-9]", "").length() >= 6;
  }

  /** All columns, in the order of the file. */
  public List<Column> columns() {
    return columns;
  }

  /** Columns that are passed over without a person's having said so. */
  public List<Column> unread() {
    return columns.stream().filter(c -> c.target().isEmpty() && c.how() != Column.How.IGNORED && c.how() != Column.How.UNNAMED).toList();
  }

  /** The language that the headings are written in, {@code es} or {@code en}; canonical names say nothing, then it is {@code es}. */
  public String language() {
    return language;
  }

  Stream<Column> with(Field... fields) {
    return columns.stream().filter(column -> Stream.of(fields).anyMatch(column::holds));
  }
}
