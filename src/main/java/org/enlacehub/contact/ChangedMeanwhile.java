package org.enlacehub.contact;

/** Somebody else wrote the same contacts at the same moment: roll the transaction back and do the whole batch again. */
public final class ChangedMeanwhile extends RuntimeException {
  ChangedMeanwhile(Throwable cause) {
    super("the same contacts were written at the same moment", cause);
  }
}
