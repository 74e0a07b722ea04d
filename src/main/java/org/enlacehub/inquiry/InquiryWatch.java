package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.util.Set;
import org.enlacehub.account.Actor;

/** Told of what happens to an inquiry, in the transaction in which it happens: what it writes stands or falls with the change. */
public interface InquiryWatch {

  /** What happened. */
  enum Happened { HEARD, ANSWERED, ASSIGNED, TRANSFERRED, GRADED, CLOSED, REOPENED, CHANGED }

  /**
   * A change.
   *
   * @param before as it was; null for one that begins
   * @param by who did it; the product itself for what the person did
   * @param concerned codes of missions beside the desk that should know: where the person is, where they are going
   */
  record Change(Happened what, @Nullable Inquiry before, Inquiry after, Actor by, Set<String> concerned) {}

  void changed(Change change);
}
