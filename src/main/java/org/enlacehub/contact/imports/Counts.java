package org.enlacehub.contact.imports;

/**
 * What became of the rows of an import so far.
 *
 * @param rows read
 * @param warned kept, but something was left out
 * @param repaired values that were damaged and could be put right
 */
public record Counts(int rows, int created, int updated, int unchanged, int rejected, int warned, int repaired) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

  Counts plus(Counts more) {
    return new Counts(rows + more.rows, created + more.created, updated + more.updated, unchanged + more.unchanged, rejected + more.rejected,
        warned + more.warned, repaired + more.repaired);
  }
}
