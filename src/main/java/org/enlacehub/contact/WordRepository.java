package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.enlacehub.platform.database.Statements;

/** The table {@code contact_word}. */
@Singleton
class WordRepository {
  private final Statements statements;
  private final Indexes indexes;

  WordRepository(Statements statements, Indexes indexes) {
    this.statements = statements;
    this.indexes = indexes;
  }

  /** The words of one contact's names. */
  record Words(long contactId, Set<String> words) {
    static Words of(Contact c) {
      return new Words(c.id(), Indexes.words(c.name(), c.givenName(), c.familyName()));
    }
  }

  void insertAll(List<Words> all) {
    statements.later("INSERT IGNORE INTO contact_word (word_index, contact_id) VALUES (?, ?)", rows(all));
  }

  void deleteAll(List<Words> all) {
    statements.batch("DELETE FROM contact_word WHERE word_index = ? AND contact_id = ?", rows(all));
  }

  void deleteAll(long contact) {
    statements.update("DELETE FROM contact_word WHERE contact_id = ?", List.of(contact));
    statements.update("DELETE FROM contact_full_name WHERE contact_id = ?", List.of(contact));
  }

  /** Keeps the hash of the whole name; a name of one word has none, since it tells too little. */
  void putFullNames(List<Words> all) {
    statements.later("DELETE FROM contact_full_name WHERE contact_id = ?",
        all.stream().filter(w -> w.words().size() < 2).map(w -> List.of(w.contactId())).toList());
    statements.later("INSERT INTO contact_full_name (contact_id, name_index) VALUES (?, ?) ON DUPLICATE KEY UPDATE name_index ="
        + " VALUES(name_index)", all.stream().filter(w -> w.words().size() > 1).map(w -> List.of(w.contactId(), indexes.fullName(w.words()))).toList());
  }

  private List<List<Object>> rows(List<Words> all) {
    return all.stream().flatMap(w -> w.words().stream().map(word -> Stream.<Object>of(indexes.word(word), w.contactId()).toList())).toList();
  }
}
