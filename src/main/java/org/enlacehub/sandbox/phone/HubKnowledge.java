package org.enlacehub.sandbox.phone;

import org.enlacehub.platform.i18n.Texts;

/** What the hub beside which the sandbox runs can tell; absent where the sandbox runs alone. */
public interface HubKnowledge {

  /** What is known of a telephone number (E.164) or, where that is empty, of a mail address. */
  HubView of(String number, String mail, Texts t);
}
