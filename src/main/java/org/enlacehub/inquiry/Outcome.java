package org.enlacehub.inquiry;

import java.util.List;

/** How matters end, as officers choose it; the first is the usual one. */
public final class Outcome {
  public static final List<String> CODES = List.of("answered", "assisted", "referred", "no_contact", "not_ours");

  private Outcome() {}
}
