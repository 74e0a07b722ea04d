package org.enlacehub.contact;

/** What a bulk write may do with a row. */
public enum UpsertMode {
  /** Only new contacts; a known one is left as it is. */
  ADD,
  /** Only known contacts; a new one is refused. */
  UPDATE,
  UPSERT
}
