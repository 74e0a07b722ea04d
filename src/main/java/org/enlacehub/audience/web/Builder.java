package org.enlacehub.audience.web;

import jakarta.inject.Singleton;
import org.enlacehub.account.Actor;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.QueryError;
import org.enlacehub.audience.QueryOutline;
import org.enlacehub.audience.QueryPart.Group;
import org.enlacehub.audience.QueryWriter;
import org.enlacehub.platform.i18n.Texts;

/** Makes the builder's page of a query: its rows, its text, whom it means, and what is wrong with it. */
@Singleton
class Builder {
  private static final int MOST_ROWS = 60;
  private static final int DEEPEST = 4;
  private final Audiences audiences;
  private final RowViews rows;
  private final Results results;

  Builder(Audiences audiences, RowViews rows, Results results) {
    this.audiences = audiences;
    this.rows = rows;
    this.results = results;
  }

  /** The page of what a form sent, after the act that it asks for. */
  BuilderPage page(BuilderForm form, Actor actor, Texts t) {
    var query = form.query();
    return switch (form.act()) {
      case "fix" -> fixed(query, form, actor, t);
      case "discard" -> ofText(form.lastRead(), form, actor, t);
      case "" -> form.isFromRows() ? ofRows(form.rows(), form, actor, t) : ofText(query, form, actor, t);
      default -> ofRows(form.acted(form.isFromRows() ? form.rows() : outline(query, form.rows())), form, actor, t);
    };
  }

  private BuilderPage fixed(String query, BuilderForm form, Actor actor, Texts t) {
    try {
      audiences.compile(query);
      return ofText(query, form, actor, t);
    } catch (QueryError e) {
      return ofText(Mistake.corrected(query, e.errors().getFirst()), form, actor, t);
    }
  }

  private static Group outline(String query, Group otherwise) {
    try {
      return QueryOutline.read(query);
    } catch (QueryError e) {
      return otherwise;
    }
  }

  private BuilderPage ofText(String query, BuilderForm form, Actor actor, Texts t) {
    try {
      var outline = QueryOutline.read(query);
      if (fits(outline)) return made(query, query, outline, BuilderPage.Rows.SHOWN, form, actor, t);
      return made(query, query, Group.EVERYBODY, BuilderPage.Rows.TOO_FREE, form, actor, t);
    } catch (QueryError e) {
      return made(query, form.lastRead(), form.rows(), BuilderPage.Rows.BEHIND, form, actor, t);
    }
  }

  private BuilderPage ofRows(Group group, BuilderForm form, Actor actor, Texts t) {
    var query = QueryWriter.write(group).text();
    return made(query, query, group, BuilderPage.Rows.SHOWN, form, actor, t);
  }

  private BuilderPage made(String query, String lastRead, Group group, BuilderPage.Rows state, BuilderForm form, Actor actor, Texts t) {
    Mistake mistake = null;
    AudienceResult result = null;
    try {
      result = results.of(audiences.compile(query), actor, t);
    } catch (QueryError e) {
      mistake = Mistake.of(query, e.errors().getFirst(), t);
    }
    var wrongRow = mistake == null || state != BuilderPage.Rows.SHOWN ? "" : QueryWriter.write(group).rowAt(mistake.offset());
    return new BuilderPage(form.slug(), form.version(), form.title(), query, lastRead, state,
        rows.group(group, "", form, wrongRow, mistake == null ? null : mistake.sentence(), actor, t), mistake, result, null, null);
  }

  private static boolean fits(Group group) {
    return depth(group) <= DEEPEST && count(group) <= MOST_ROWS;
  }

  private static int depth(Group group) {
    return 1 + group.parts().stream().mapToInt(part -> part instanceof Group inner ? depth(inner) : 0).max().orElse(0);
  }

  private static int count(Group group) {
    return group.parts().stream().mapToInt(part -> part instanceof Group inner ? count(inner) : 1).sum();
  }
}
