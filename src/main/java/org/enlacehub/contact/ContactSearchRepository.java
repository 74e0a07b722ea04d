package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** Finds contacts by conditions, page by page. */
@Singleton
class ContactSearchRepository {
  private final Statements statements;

  ContactSearchRepository(Statements statements) {
    this.statements = statements;
  }

  /** Whether somebody bears the reference for which the condition asks. */
  boolean isReference(ContactFilter reference) {
    return statements.first("SELECT 1 FROM contact c WHERE " + reference.sql() + " LIMIT 1", reference.parameters(), _ -> true).isPresent();
  }

  /** Ids below {@code before}, the highest first. */
  List<Long> page(ContactFilter filter, long before, int limit) {
    var parameters = new ArrayList<Object>(filter.parameters());
    parameters.add(before);
    parameters.add(limit);
    return statements.list("SELECT c.id FROM contact c WHERE c.state = 'ACTIVE' AND (" + filter.sql() + ") AND c.id < ? ORDER BY c.id DESC"
        + " LIMIT ?", parameters, row -> row.getLong(1));
  }
}
