package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes many contacts at once, for imports and lists. */
@Singleton
public class ContactBulk {
  /** As many as one call may take; about as many are worth one call. */
  public static final int MOST = 5_000;

  /**
   * Stores the drafts in their order and tells what became of each, in the same order. A draft means a known contact when its
   * reference is known, or else one of its addresses; a value it lacks is left as it was, addresses and tags are added, a purpose in
   * {@code consent} is granted unless it was withdrawn. Later drafts see what earlier ones of the call made. Joins the caller's
   * transaction, so that progress can be stored in the same one. A second call with the same drafts changes nothing.
   *
   * @throws ChangedMeanwhile roll back and call again
   */
  @Transactional
  public List<UpsertResult> upsertAll(List<ContactDraft> drafts, UpsertMode mode, Origin origin) {
    throw new UnsupportedOperationException();
  }

  /** What {@link #upsertAll} would do, without writing. Ids of contacts that would be made are 0. */
  @Transactional
  public List<UpsertResult> preview(List<ContactDraft> drafts, UpsertMode mode) {
    throw new UnsupportedOperationException();
  }
}
