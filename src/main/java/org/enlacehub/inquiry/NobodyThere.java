package org.enlacehub.inquiry;

/** Thrown when a protected matter is to go to a desk where nobody is named to it: it would be seen by no one. */
public class NobodyThere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NobodyThere(long inquiryId, String desk) {
    super("nobody at desk " + desk + " is named to protected inquiry " + inquiryId);
  }
}
