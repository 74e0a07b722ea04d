package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.enlacehub.audience.QueryExtension;
import org.enlacehub.contact.ContactFilter;

/** {@code inquiry = open} in the language of audiences: who has an inquiry in this state; {@code has inquiry}: who ever had one. Protected ones are not told of. */
@Singleton
class InquiryField implements QueryExtension {

  @Override
  public String field() {
    return "inquiry";
  }

  @Override
  public Optional<ContactFilter> equal(String state) {
    return InquiryState.parse(state).map(s ->
        new ContactFilter("c.id IN (SELECT i.contact_id FROM inquiry i WHERE i.state = ? AND i.restricted = 0)", List.of(s.name())));
  }

  @Override
  public ContactFilter present() {
    return new ContactFilter("c.id IN (SELECT i.contact_id FROM inquiry i WHERE i.restricted = 0)", List.of());
  }
}
