package org.enlacehub.contact;

import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.platform.i18n.Texts;

/** A room that has something to tell on a contact's timeline (messages, inquiries); offered as a bean. */
public interface TimelineSource {

  /** The newest entries that {@code actor} may see, newest first, at most {@code limit}. */
  List<TimelineEntry> entries(long contactId, Actor actor, Texts texts, int limit);
}
