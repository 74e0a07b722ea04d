package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Contacts;
import org.enlacehub.template.StandardValues;

/** What the variables of a prepared answer say for one matter, written by one officer. */
@Singleton
public class AnswerValues {
  private final Contacts contacts;
  private final StandardValues standard;

  AnswerValues(Contacts contacts, StandardValues standard) {
    this.contacts = contacts;
    this.standard = standard;
  }

  /** By variable; what is not known is absent. */
  public Map<String, Object> of(Inquiry inquiry, Actor actor) {
    var values = new HashMap<String, Object>(standard.of(inquiry.desk(), null));
    values.put("reference", inquiry.reference());
    values.put("officer", actor.name());
    contacts.find(inquiry.contactId(), new DeskScope.All()).map(Contact::givenName).ifPresent(name -> values.put("given_name", name));
    return values;
  }
}
