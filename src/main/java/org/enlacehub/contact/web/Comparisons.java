package org.enlacehub.contact.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactFacts;
import org.enlacehub.platform.i18n.Texts;

/** Puts two contacts side by side, so that a person can tell whether they are one. */
@Singleton
class Comparisons {
  private static final Set<String> DERIVED = Set.of("latitude", "longitude", "timezone");
  private final FieldTitles titles;

  Comparisons(FieldTitles titles) {
    this.titles = titles;
  }

  PairView of(Contact one, Contact two, Texts t) {
    var first = ContactFacts.of(one);
    var second = ContactFacts.of(two);
    var names = new LinkedHashSet<>(first.keySet());
    names.addAll(second.keySet());
    names.removeAll(DERIVED);
    var lines = new ArrayList<PairView.Line>();
    for (var name : names) {
      var mine = first.getOrDefault(name, "—");
      var theirs = second.getOrDefault(name, "—");
      lines.add(new PairView.Line(titles.of(name, t), mine, theirs, mine.equals(theirs)));
    }
    return new PairView(side(one, t), side(two, t), List.copyOf(lines));
  }

  private static PairView.Side side(Contact c, Texts t) {
    return new PairView.Side(c.id(), ContactViews.name(c, t));
  }
}
