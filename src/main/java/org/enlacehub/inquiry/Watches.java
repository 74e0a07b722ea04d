package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.InquiryWatch.Change;
import org.enlacehub.inquiry.InquiryWatch.Happened;

/** Tells everyone who watches inquiries, in the transaction of the change. */
@Singleton
class Watches {
  private final List<InquiryWatch> all;

  Watches(List<InquiryWatch> all) {
    this.all = all;
  }

  void tell(Happened what, @Nullable Inquiry before, Inquiry after, Actor by, Set<String> concerned) {
    var change = new Change(what, before, after, by, concerned);
    all.forEach(watch -> watch.changed(change));
  }
}
