package org.enlacehub.audience;

import java.util.ArrayList;
import java.util.List;
import org.enlacehub.contact.ContactFilter;

/** A text that is compared without regard to case and accents, or by its beginning. */
final class WordsField implements QueryField {
  private final String column;
  private final String before;
  private final String after;
  private final List<Object> first;
  private final String presence;

  private WordsField(String column, String before, String after, List<Object> first, String presence) {
    this.column = column;
    this.before = before;
    this.after = after;
    this.first = first;
    this.presence = presence;
  }

  static WordsField column(String column) {
    return new WordsField(column, "", "", List.of(), column + " IS NOT NULL");
  }

  static WordsField declared(String name) {
    return new WordsField("x.text_value", "c.id IN (SELECT x.contact_id FROM contact_attribute x WHERE x.field = ? AND ", ")",
        List.of(name), "c.id IN (SELECT x.contact_id FROM contact_attribute x WHERE x.field = ?)");
  }

  static WordsField tag() {
    return new WordsField("t.tag", "c.id IN (SELECT t.contact_id FROM contact_tag t WHERE ", ")", List.of(),
        "c.id IN (SELECT t.contact_id FROM contact_tag t)");
  }

  @Override
  public FieldKind kind() {
    return FieldKind.WORDS;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (!how.isEquality()) {
      throw QueryField.unsuited(value, "no-order", "A text can be compared with =, !=, in and starts only.", null);
    }
    if (value.text().length() > 200) throw QueryField.unsuited(value, "too-long-value", "This text is too long.", null);
    return value.isPrefix() ? filter(" LIKE ?", List.of(escaped(value.prefix()) + "%")) : filter(" = ?", List.of(value.text()));
  }

  @Override
  public ContactFilter among(List<Value> values) {
    if (values.stream().anyMatch(Value::isPrefix)) return QueryField.super.among(values);
    return filter(" IN (" + org.enlacehub.platform.database.Statements.marks(values.size()) + ")",
        values.stream().<Object>map(Value::text).toList());
  }

  private ContactFilter filter(String condition, List<Object> values) {
    var parameters = new ArrayList<>(first);
    parameters.addAll(values);
    return new ContactFilter(before + column + condition + after, parameters);
  }

  private static String escaped(String text) {
    return text.replaceAll("[%_\\\\]", "\\\\$0");
  }

  @Override
  public ContactFilter present() {
    return new ContactFilter(presence, first);
  }
}
