package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Set;
import org.enlacehub.contact.Channel;

/**
 * One text of a template, read and compiled.
 *
 * @param file as a person would type it, the body's file
 * @param bodyLine the line on which the body begins
 * @param written the text as its author wrote it
 * @param category what WhatsApp files it under: utility, marketing, authentication
 * @param contentSid Twilio's id of the approved WhatsApp template; null until the ministry has one
 * @param contentVariables names in the order of the approved template's {@code {{1}}, {{2}}}
 * @param used every variable that stands in it
 */
record MessageText(String language, Channel channel, String file, int bodyLine, String written,
    @Nullable CompiledText subject, CompiledText body, @Nullable CompiledText html, @Nullable String category,
    @Nullable String contentSid, List<String> contentVariables, Set<String> used) {}
