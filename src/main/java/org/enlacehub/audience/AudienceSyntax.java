package org.enlacehub.audience;

/** Reads a query without a database, for files that are checked before anything runs. */
public final class AudienceSyntax {
  private AudienceSyntax() {}

  /** @throws QueryError when the query cannot be read; fields and values are checked only where contacts are known */
  public static void check(String query) {
    QueryReader.read(query);
  }
}
