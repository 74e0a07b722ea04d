package org.enlacehub.template;

import org.enlacehub.contact.Channel;

/** The template exists and has no text for this channel in any language that would do. */
public final class NoSuchText extends RuntimeException {
  NoSuchText(String template, Channel channel, String language) {
    super("The template '" + template + "' has no text for " + channel.code() + " in '" + language
        + "' or a language that stands in for it.");
  }
}
