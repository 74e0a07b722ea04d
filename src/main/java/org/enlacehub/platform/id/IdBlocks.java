package org.enlacehub.platform.id;

/** Where blocks of ids come from. */
interface IdBlocks {

  /** Takes {@code n} ids that nobody else will ever get, and returns the first. */
  long take(int n);
}
