package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import org.enlacehub.audience.ErrorTexts;
import org.enlacehub.audience.QueryError;
import org.enlacehub.platform.i18n.Texts;

/**
 * What is wrong with a query, as a page shows it.
 *
 * @param offset the character from 0
 * @param before some of the text before it
 * @param there what stands there; empty at the end
 * @param after some of the text after it
 * @param suggestion what was probably meant; null when nothing is near
 */
public record Mistake(int offset, String sentence, String before, String there, String after, @Nullable String suggestion) {
  private static final int AROUND = 40;

  static Mistake of(String query, QueryError.At at, Texts t) {
    int from = Math.min(at.offset(), query.length());
    int to = Math.min(query.length(), from + length(query, at));
    var before = query.substring(Math.max(0, from - AROUND), from);
    var after = query.substring(to, Math.min(query.length(), to + AROUND));
    return new Mistake(at.offset(), ErrorTexts.sentence(at, t), (from > AROUND ? "…" : "") + before,
        query.substring(from, Math.min(to, from + AROUND)), after + (query.length() > to + AROUND ? "…" : ""), at.suggestion());
  }

  /** The query with the suggestion in place of what stands there; the query itself when there is none. */
  static String corrected(String query, QueryError.At at) {
    if (at.suggestion() == null) return query;
    if (at.code().equals("open-quote")) return query + at.suggestion();
    int from = Math.min(at.offset(), query.length());
    return query.substring(0, from) + at.suggestion() + query.substring(Math.min(query.length(), from + length(query, at)));
  }

  private static int length(String query, QueryError.At at) {
    if (at.details().isEmpty() || at.offset() >= query.length()) return 0;
    return at.details().getFirst().length();
  }
}
