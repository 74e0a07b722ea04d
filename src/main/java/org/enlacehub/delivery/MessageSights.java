package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import java.util.List;
import org.enlacehub.account.Actor;

/** Whether a message that lies within somebody's desk is for them to see. */
@Singleton
class MessageSights {
  private final List<MessageSight> sights;

  MessageSights(List<MessageSight> sights) {
    this.sights = sights;
  }

  boolean show(MessageView message, Actor actor) {
    return message.inquiryId() == null || sights.stream().allMatch(sight -> sight.shows(Long.parseLong(message.inquiryId()), actor));
  }
}
