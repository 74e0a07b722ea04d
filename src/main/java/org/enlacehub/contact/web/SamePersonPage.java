package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.contact.Contact;

/**
 * Where an officer looks for the other record of a person, and compares the two.
 *
 * @param of whose page it is
 * @param query what was typed
 * @param problem why it could not be read; null mostly
 * @param candidates who was found; null before anything was asked
 * @param pair the two to compare; null until the other one is chosen
 */
@Introspected
public record SamePersonPage(PairView.Side of, String query, @Nullable String problem, @Nullable List<Contact> candidates,
    @Nullable PairView pair) {}
