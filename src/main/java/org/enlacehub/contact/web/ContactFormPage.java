package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.ContactField;

/**
 * The form for one person, new or known.
 *
 * @param id null for a new one
 * @param version the one that was seen
 * @param values by canonical name, as typed
 * @param errors text by canonical name
 * @param conflicts one line for each field that somebody else changed meanwhile
 * @param takenBy the contact that has an address already, when the reader may open it
 */
@Introspected
public record ContactFormPage(@Nullable String id, int version, Map<String, String> values, Map<String, String> errors,
    List<String> conflicts, @Nullable String takenBy, List<ContactField> fields) {}
