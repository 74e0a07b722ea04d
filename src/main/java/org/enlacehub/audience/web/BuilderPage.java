package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import org.enlacehub.audience.SavedAudience;

/**
 * The builder with a query in it.
 *
 * @param slug of the saved audience that is being changed; empty for a new one
 * @param version that it had when the page was opened
 * @param lastRead the query that the rows show
 * @param mistake null when the query can be read
 * @param result null when it cannot
 * @param titleError what is wrong with the title; null when nothing is
 * @param conflict as somebody else saved it meanwhile; null when nobody did
 */
@Introspected
public record BuilderPage(String slug, int version, String title, String query, String lastRead, Rows rowState, PartView.GroupView rows,
    @Nullable Mistake mistake, @Nullable AudienceResult result, @Nullable String titleError, @Nullable SavedAudience conflict) {

  /** How the rows stand to the text: they show it, they show what could last be read, or the text has more than rows can show. */
  public enum Rows { SHOWN, BEHIND, TOO_FREE }

  BuilderPage refused(String why) {
    return new BuilderPage(slug, version, title, query, lastRead, rowState, rows, mistake, result, why, null);
  }

  /** Another save writes over what somebody else saved, knowingly. */
  BuilderPage overtaken(SavedAudience now) {
    return new BuilderPage(slug, now.version(), title, query, lastRead, rowState, rows, mistake, result, null, now);
  }
}
