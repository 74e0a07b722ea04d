package org.enlacehub.audience;

import jakarta.inject.Singleton;
import org.enlacehub.contact.FilterLanguage;

/** Lends the language to the lists of contacts. */
@Singleton
class AudienceLanguage implements FilterLanguage {
  private final QueryCompiler compiler;

  AudienceLanguage(QueryCompiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public Reading read(String text) {
    try {
      return new Reading.Read(compiler.compile(text).filter());
    } catch (QueryError e) {
      var at = e.errors().getFirst();
      return new Reading.Wrong(at.offset(), t -> ErrorTexts.sentence(at, t), at.suggestion());
    }
  }
}
