package org.enlacehub.contact.imports;

import org.enlacehub.contact.AddressDraft;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.Phone;
import org.enlacehub.contact.Place;
import org.enlacehub.contact.Purpose;

/** What a row says, in the words of the contact room. */
final class Drafts {
  private Drafts() {}

  static ContactDraft of(ParsedRow row) {
    var draft = ContactDraft.builder().externalId(row.externalId().orElse(null)).name(row.name().orElse(null))
        .givenName(row.givenName().orElse(null)).familyName(row.familyName().orElse(null)).language(row.language().orElse(null))
        .place(new Place(row.country().orElse(null), row.area().orElse(null), row.area2().orElse(null), row.city().orElse(null),
            row.postalCode().orElse(null), null, null))
        .birthYear(row.birthYear().orElse(null)).note(row.note().orElse(null));
    for (var phone : row.phones()) {
      draft.address(AddressDraft.phone(new Phone(phone.e164(), phone.region(), phone.canReceiveSms()), phone.whatsapp()));
    }
    row.emails().forEach(email -> draft.address(AddressDraft.email(email)));
    row.tags().forEach(draft::tag);
    row.fields().forEach(draft::attribute);
    row.consent().forEach(word -> Purpose.parse(word).ifPresent(draft::consent));
    return draft.build();
  }
}
