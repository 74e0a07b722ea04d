package org.enlacehub.inquiry;

/** Thrown when an inquiry is to be given to somebody who could not open it: no officer, no longer active, or of another desk. */
public class NotAtDesk extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAtDesk(long staffId, String desk) {
    super("staff " + staffId + " does not work at desk " + desk);
  }
}
