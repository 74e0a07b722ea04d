package org.enlacehub.contact.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.platform.id.Ids;

/** The views of the list that each member of staff keeps for themselves. */
@Singleton
class SavedViews {
  static final int NAME = 60;
  private static final int MOST = 20;
  private final SavedViewRepository repository;
  private final SearchBox box;
  private final Ids ids;

  SavedViews(SavedViewRepository repository, SearchBox box, Ids ids) {
    this.repository = repository;
    this.box = box;
    this.ids = ids;
  }

  /** Those of the actor, the oldest first; one that shows what the list shows now is current. */
  List<SavedView> of(Actor actor, ContactLists.Filters now) {
    return repository.of(actor.staffId(), MOST).stream().map(row -> {
      var filters = new ContactLists.Filters(box.open(row.query()), row.language(), row.channel());
      return new SavedView(row.id(), row.name(), filters.path(row.query()), filters.equals(now));
    }).toList();
  }

  /** Keeps the filters under a name; false when the name is blank or there are too many. */
  boolean keep(Actor actor, String name, ContactLists.Filters filters) {
    var title = name.strip();
    if (title.isEmpty() || title.length() > NAME || repository.of(actor.staffId(), MOST).size() == MOST) return false;
    repository.insert(actor.staffId(), new SavedViewRepository.Row(ids.next(), title, filters.query().isBlank() ? "" : box.seal(filters.query()),
        filters.language(), filters.channel()));
    return true;
  }

  void forget(Actor actor, long id) {
    repository.delete(actor.staffId(), id);
  }
}
