package org.enlacehub.contact;

import java.util.List;
import java.util.Map;

/**
 * A field that {@code config/contact-fields.yml} declares.
 *
 * @param name canonical name: lower-case ASCII, digits, {@code _}; at most 40 characters
 * @param secret true when values are sealed; such a field can only be asked for with {@code has}
 * @param title by language
 * @param aliases headings under which contact files call it
 * @param choices the only values of a text field; empty when any text will do
 */
public record ContactField(String name, FieldType type, boolean secret, Map<String, String> title, List<String> aliases,
    List<String> choices) {}
