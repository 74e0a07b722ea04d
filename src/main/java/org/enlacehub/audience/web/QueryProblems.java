package org.enlacehub.audience.web;

import io.micronaut.http.HttpStatus;
import org.enlacehub.audience.ErrorTexts;
import org.enlacehub.audience.QueryError;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;

/** Tells a program what is wrong with a query, at which character, and what was probably meant. */
final class QueryProblems {

  private QueryProblems() {}

  static ProblemException of(QueryError error, Texts t) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-query", t.get("audience.api.unreadable"), error.errors().stream()
        .map(at -> new Problem.Error("/query", at.code(), told(at, t))).toList());
  }

  private static String told(QueryError.At at, Texts t) {
    var sentence = t.get("audience.api.at", String.valueOf(at.line()), String.valueOf(at.column()), String.valueOf(at.offset()), ErrorTexts.sentence(at, t));
    return at.suggestion() == null ? sentence : sentence + " " + t.get("audience.api.meant", at.suggestion());
  }
}
