package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import java.util.Collections;
import org.enlacehub.contact.Contacts;

/** Two records that turn out to be one person may both be in a campaign: one message of it stands, the others are closed. */
@Singleton
class MergedPeople {
  private final MessageRepository messages;
  private final Contacts contacts;

  MergedPeople(MessageRepository messages, Contacts contacts) {
    this.messages = messages;
    this.contacts = contacts;
  }

  /**
   * Whether the person gets this run of the campaign by another message: that to the record that survived, else that to the record with
   * the lowest id.
   *
   * @param survivor the contact in which the message's own contact lies now
   */
  boolean servedElsewhere(MessageRow row, long survivor) {
    if (row.campaignId() == null || row.run() == null || row.contactId() == null || row.contactId() == survivor) {
      return false;
    }
    var planned = messages.plannedFor(row.campaignId(), row.run(), contacts.lineage(survivor));
    return row.contactId() != (planned.contains(survivor) ? survivor : Collections.min(planned));
  }
}
