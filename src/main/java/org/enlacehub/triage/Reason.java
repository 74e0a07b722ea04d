package org.enlacehub.triage;

/**
 * Why the rules think so: the rule and the words of the message that fulfilled it.
 *
 * @param rule the rule's id in {@code config/triage/rules}
 * @param matched the words as the person wrote them
 * @param start offset of the first character in the message (UTF-16 units, as {@link String#substring})
 * @param end offset after the last character
 */
public record Reason(String rule, String matched, int start, int end) {}
