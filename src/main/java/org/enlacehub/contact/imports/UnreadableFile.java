package org.enlacehub.contact.imports;

import java.util.List;

/** The whole file cannot be read, and why: a code of the list in {@code imports_*.properties} ({@code imports.file.CODE}). */
public final class UnreadableFile extends Exception {
  private final String code;
  private final transient List<Object> args;

  public UnreadableFile(String code, Object... args) {
    super(code);
    this.code = code;
    this.args = List.of(args);
  }

  public String code() {
    return code;
  }

  /** The key of the text that tells a person what is wrong and what to do. */
  public String messageKey() {
    return "imports.file." + code;
  }

  /** Numbers and names for the text; never the content of a cell. */
  public List<Object> args() {
    return args;
  }
}
