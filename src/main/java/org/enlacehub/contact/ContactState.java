package org.enlacehub.contact;

/** Where a contact stands. */
public enum ContactState { ACTIVE, ERASED, MERGED }
