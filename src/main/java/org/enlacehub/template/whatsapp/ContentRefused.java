package org.enlacehub.template.whatsapp;

/** The carrier did not do what it was asked for. */
public final class ContentRefused extends Exception {
  private final String code;
  private final boolean temporary;

  /**
   * @param code the carrier's, or a word of ours when it gave none
   * @param words the carrier's own
   * @param temporary asking again later may do
   */
  public ContentRefused(String code, String words, boolean temporary) {
    super(words);
    this.code = code;
    this.temporary = temporary;
  }

  public String code() {
    return code;
  }

  public boolean isTemporary() {
    return temporary;
  }
}
