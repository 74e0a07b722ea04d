package org.enlacehub.delivery;

import jakarta.inject.Singleton;

/** Takes in what carriers report. */
@Singleton
public class Receipts {

  /**
   * Applies one receipt and returns when it is committed. Receipts may come in any order and any number of times: a message never
   * goes backwards. Many calls at once share one transaction, so call it from as many threads as there are requests.
   */
  public Receipt.Effect apply(Receipt receipt) {
    throw new UnsupportedOperationException();
  }
}
