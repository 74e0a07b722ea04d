package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes references that can be spoken over a bad line: the desk's two letters and four signs without O, 0, I and 1. */
@Singleton
class References {
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 4;
  private final SecureRandom random = new SecureRandom();

  /** {@code LA-7K4M} for a matter that began at the desk {@code GT-US-LAX}. */
  String next(String desk) {
    var place = desk.substring(desk.lastIndexOf('-') + 1);
    var text = new StringBuilder(place.substring(0, Math.min(2, place.length()))).append('-');
    for (int i = 0; i < LENGTH; i++) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }
}
