package org.enlacehub.platform.config;

/** What one room reads from the configuration folders. {@code enlace lint} and the start of the product check every part. */
public interface ConfigPart {

  /** Reads everything of this part and reports all that is wrong; never throws for a wrong file. */
  void check(ConfigFolders folders, Findings findings);
}
