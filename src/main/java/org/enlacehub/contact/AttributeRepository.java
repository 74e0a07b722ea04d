package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.database.Statements;

/** Declared fields and tags. */
@Singleton
class AttributeRepository {
  private final Statements statements;
  private final ContactFields fields;

  AttributeRepository(Statements statements, ContactFields fields) {
    this.statements = statements;
    this.fields = fields;
  }

  /** A value of a contact; {@code text} null removes it. */
  record Value(long contactId, String field, String text, Sealer sealer) {}

  /** A tag of a contact. */
  record Tagged(long contactId, String tag) {}

  void put(List<Value> values) {
    var removed = values.stream().filter(v -> v.text() == null).toList();
    statements.batch("DELETE FROM contact_attribute WHERE contact_id = ? AND field = ?",
        removed.stream().map(v -> List.of(v.contactId(), v.field())).toList());
    var kept = values.stream().filter(v -> v.text() != null).toList();
    statements.batch("INSERT INTO contact_attribute (contact_id, field, text_value, number_value, date_value, sealed)"
        + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE text_value = VALUES(text_value), number_value = VALUES(number_value),"
        + " date_value = VALUES(date_value), sealed = VALUES(sealed)", kept.stream().map(this::row).toList());
  }

  private List<Object> row(Value v) {
    var field = fields.find(v.field()).orElseThrow();
    if (field.secret()) {
      var sealed = v.sealer().seal("contact_attribute." + v.field(), v.contactId(), v.text());
      return Arrays.asList(v.contactId(), v.field(), null, null, null, sealed);
    }
    return switch (field.type()) {
      case TEXT -> Arrays.asList(v.contactId(), v.field(), v.text(), null, null, null);
      case NUMBER -> Arrays.asList(v.contactId(), v.field(), null, new BigDecimal(v.text()), null, null);
      case FLAG -> Arrays.asList(v.contactId(), v.field(), null, "true".equals(v.text()) ? 1 : 0, null, null);
      case DATE -> Arrays.asList(v.contactId(), v.field(), null, null, LocalDate.parse(v.text()), null);
    };
  }

  Map<Long, Map<String, String>> ofContacts(Map<Long, Sealer> sealers) {
    if (sealers.isEmpty()) return Map.of();
    var all = new HashMap<Long, Map<String, String>>();
    statements.list("SELECT * FROM contact_attribute WHERE contact_id IN (" + Statements.marks(sealers.size()) + ")",
        List.copyOf(sealers.keySet()), row -> {
          long contact = row.getLong("contact_id");
          return all.computeIfAbsent(contact, _ -> new TreeMap<>()).put(row.getString("field"), text(row, sealers.get(contact)));
        });
    return all;
  }

  private String text(ResultSet row, Sealer sealer) throws SQLException {
    var sealed = row.getBytes("sealed");
    var name = row.getString("field");
    if (sealed != null) return sealer.open("contact_attribute." + name, row.getLong("contact_id"), sealed);
    var date = row.getObject("date_value", LocalDate.class);
    if (date != null) return date.toString();
    var number = row.getBigDecimal("number_value");
    if (number == null) return row.getString("text_value");
    boolean flag = fields.find(name).filter(f -> f.type() == FieldType.FLAG).isPresent();
    return flag ? String.valueOf(number.signum() != 0) : number.stripTrailingZeros().toPlainString();
  }

  void addTags(List<Tagged> tags) {
    statements.batch("INSERT IGNORE INTO contact_tag (contact_id, tag) VALUES (?, ?)",
        tags.stream().map(t -> List.of(t.contactId(), t.tag())).toList());
  }

  void removeTags(List<Tagged> tags) {
    statements.batch("DELETE FROM contact_tag WHERE contact_id = ? AND tag = ?",
        tags.stream().map(t -> List.of(t.contactId(), t.tag())).toList());
  }

  Map<Long, SortedSet<String>> tagsOf(Collection<Long> contacts) {
    if (contacts.isEmpty()) return Map.of();
    var all = new HashMap<Long, SortedSet<String>>();
    statements.list("SELECT contact_id, tag FROM contact_tag WHERE contact_id IN (" + Statements.marks(contacts.size()) + ")",
        new ArrayList<>(contacts), row -> all.computeIfAbsent(row.getLong(1), _ -> new TreeSet<>()).add(row.getString(2)));
    return all;
  }

  void deleteAll(long contact) {
    statements.update("DELETE FROM contact_attribute WHERE contact_id = ?", List.of(contact));
    statements.update("DELETE FROM contact_tag WHERE contact_id = ?", List.of(contact));
  }
}
