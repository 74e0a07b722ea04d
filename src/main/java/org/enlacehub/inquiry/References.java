package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.function.Function;

/** Makes references that can be spoken over a bad line: the desk's two letters and four signs without O, 0, I and 1. */
@Singleton
class References {
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 4;
  private static final int ATTEMPTS = 20;
  private final SecureRandom random = new SecureRandom();
  private final InquiryRepository inquiries;

  References(InquiryRepository inquiries) {
    this.inquiries = inquiries;
  }

  /**
   * Stores a matter that begins at a desk under a reference that is free.
   *
   * @param begun the matter under a reference
   */
  Inquiry store(String desk, Function<String, Inquiry> begun) {
    for (int i = 0; i < ATTEMPTS; i++) {
      var inquiry = begun.apply(next(desk));
      if (inquiries.insert(inquiry)) {
        return inquiry;
      }
    }
    throw new IllegalStateException("no free reference at desk " + desk);
  }

  /** {@code LA-7K4M} for a matter that began at the desk {@code GT-US-LAX}. */
  private String next(String desk) {
    var place = desk.substring(desk.lastIndexOf('-') + 1);
    var text = new StringBuilder(place.substring(0, Math.min(2, place.length()))).append('-');
    for (int i = 0; i < LENGTH; i++) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }
}
