package org.enlacehub.account.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.uri.UriBuilder;
import java.net.URI;
import java.util.regex.Pattern;

/** Where to go next, when the address says so: only ever within Enlace, so that a link to us cannot lead elsewhere. */
public final class LocalPath {
  private static final int LONGEST = 600;
  /** One slash, then no second one and no backslash, which browsers read as one; no control characters. */
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E]*");

  private LocalPath() {}

  /** The wished path when it is a local one, else {@code fallback}. */
  public static String or(@Nullable String wished, String fallback) {
    if (wished == null || wished.length() > LONGEST || !LOCAL.matcher(wished).matches()) return fallback;
    try {
      return URI.create(wished).getAuthority() == null ? wished : fallback;
    } catch (IllegalArgumentException _) {
      return fallback;
    }
  }

  /** The path of a page that is to say once that something is done; {@code textKey} must look like {@code room.done.what}. */
  public static URI done(String path, String textKey) {
    return UriBuilder.of(path).replaceQueryParam("hecho", textKey).build();
  }
}
