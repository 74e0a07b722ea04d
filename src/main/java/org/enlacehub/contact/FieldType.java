package org.enlacehub.contact;

/** What a declared field holds. */
public enum FieldType { DATE, NUMBER, TEXT, FLAG }
