package org.enlacehub.inquiry;

import java.util.Map;

/**
 * An answer that officers use often.
 *
 * @param title what it is for, by the officer's language
 * @param text by the person's language, with variables between double braces
 */
record ReadyReply(String code, Map<String, String> title, Map<String, String> text) {}
