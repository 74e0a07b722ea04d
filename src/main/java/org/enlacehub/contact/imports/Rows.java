package org.enlacehub.contact.imports;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a file, one after another, whatever its format. */
interface Rows extends Closeable {
  /** The next row, blank ones included; null when there is none. */
  FileRow next() throws IOException, UnreadableFile;
}
