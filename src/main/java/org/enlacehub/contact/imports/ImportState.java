package org.enlacehub.contact.imports;

/** Where an import stands. */
public enum ImportState {
  /** It waits for a free node. */
  QUEUED,
  /** Rows are being read; after a crash another run goes on behind the last batch that was stored. */
  RUNNING,
  DONE,
  /** The file could not be read to its end; what was stored before stays. */
  FAILED,
  /** Somebody stopped it; what was stored before stays. */
  CANCELLED;

  public boolean isOver() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
