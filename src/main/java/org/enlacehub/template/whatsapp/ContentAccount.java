package org.enlacehub.template.whatsapp;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.template.ContentDraft;

/** The carrier's account, as far as WhatsApp texts go. */
public interface ContentAccount {

  /**
   * A text that the account has.
   *
   * @param name that it was given when it was made
   * @param status the carrier's word for its approval
   * @param rejection why WhatsApp rejected it; null when it did not
   */
  record Held(String sid, String name, String language, @Nullable String category, String status, @Nullable String rejection) {}

  /** False when no account is configured: then nothing can be asked. */
  boolean exists();

  /** @throws ContentRefused when the carrier does not answer or refuses us */
  List<Held> list() throws ContentRefused;

  /** Makes it; it is not submitted yet. */
  Held create(ContentDraft draft) throws ContentRefused;

  /** Asks WhatsApp for the approval of what the account has under this id. */
  Held submit(String sid, ContentDraft draft) throws ContentRefused;
}
