package org.enlacehub.platform.database;

/** The product cannot start as things are; says what is wrong and what to do, for the person at the terminal. */
public final class StartRefused extends RuntimeException {
  private final String remedy;

  public StartRefused(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
