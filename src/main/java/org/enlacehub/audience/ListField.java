package org.enlacehub.audience;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.platform.config.Spelling;

/** {@code list = feria-2027}: who is on a list. Who was merged into another person is found as that one. */
@Singleton
class ListField implements QueryField {
  private static final String ON_LIST = "c.id IN (SELECT COALESCE(m.merged_into, m.id) FROM audience_list_member l"
      + " JOIN contact m ON m.id = l.contact_id WHERE l.list_id = ?)";
  private final PeopleLists lists;

  ListField(PeopleLists lists) {
    this.lists = lists;
  }

  @Override
  public FieldKind kind() {
    return FieldKind.NAMED;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (!how.isEquality()) throw QueryField.unsuited(value, "no-order", "A list can be compared with =, != and in only.", null);
    var list = lists.any(value.text().toLowerCase(Locale.ROOT)).orElseThrow(() -> QueryField.unsuited(value, "no-list",
        "There is no such list.", Spelling.nearest(value.text(), lists.offered()).orElse(null)));
    return new ContactFilter(ON_LIST, List.of(list.id()));
  }
}
