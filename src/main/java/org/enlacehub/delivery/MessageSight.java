package org.enlacehub.delivery;

import org.enlacehub.account.Actor;

/** Offered as a bean by whoever knows matters that not everybody at a desk may see: their messages are hidden too. */
public interface MessageSight {

  /** Whether the actor may read messages of this inquiry. */
  boolean shows(long inquiryId, Actor actor);
}
