package org.enlacehub.channel.email.dkim;

import java.util.Optional;

/** Lends the keys of sending domains; offered as a bean by whoever keeps them. Called for each mail, so it must not ask a database each time. */
public interface DkimKeys {

  /** The key of a domain (lower case); empty when its mail goes out unsigned. */
  Optional<DkimKey> of(String domain);
}
