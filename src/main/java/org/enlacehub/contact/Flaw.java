package org.enlacehub.contact;

/**
 * What is wrong with one value that somebody typed.
 *
 * @param field canonical name, such as {@code phone}
 * @param code stable word: {@code invalid-phone}, {@code invalid-email}, {@code invalid-date} …; the key of the message people read is
 *     {@code contact.flaw.<code>}
 * @param detail English sentence with the remedy; never repeats the value
 */
public record Flaw(String field, String code, String detail) {}
