package org.enlacehub.contact.web;

import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.enlacehub.contact.ChangedMeanwhile;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.SaveOutcome;

/** Saves, and tries again when somebody took the same address at the same moment: the second try tells whose it is. */
@Singleton
class Saving {
  private static final int TRIES = 3;
  private final Contacts contacts;

  Saving(Contacts contacts) {
    this.contacts = contacts;
  }

  SaveOutcome create(ContactDraft draft, Origin origin) {
    return again(() -> contacts.create(draft, origin));
  }

  SaveOutcome update(long id, int version, ContactDraft draft, Origin origin) {
    return again(() -> contacts.update(id, version, draft, origin));
  }

  private static SaveOutcome again(Supplier<SaveOutcome> save) {
    for (int left = TRIES; ; left--) {
      try {
        return save.get();
      } catch (ChangedMeanwhile e) {
        if (left == 1) throw e;
      }
    }
  }
}
