package org.enlacehub.platform.idempotency;

/** What a key says about a request that arrives with it. */
sealed interface Claim {

  /** The first of its kind, or the first after an attempt that ended without an answer: carry it out. */
  record First() implements Claim {}

  /** It was carried out; this was the answer. */
  record Repeated(KeptAnswer answer) implements Claim {}

  /** The first attempt is still being worked on. */
  record UnderWay() implements Claim {}

  /** The key stood for another request. */
  record Different() implements Claim {}
}
