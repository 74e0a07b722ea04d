package org.enlacehub.console;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** A version of our own CSS and scripts for their addresses, so that browsers may keep them for good. */
@Singleton
class Assets {
  private static final List<String> FILES = List.of("static/css/enlace.css", "static/js/enlace.js", "static/js/theme.js");
  private final String version;

  Assets() {
    var sum = new CRC32();
    for (var file : FILES) {
      try (var in = Assets.class.getClassLoader().getResourceAsStream(file)) {
        sum.update(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    version = HexFormat.of().toHexDigits((int) sum.getValue());
  }

  String version() {
    return version;
  }
}
