package org.enlacehub.sandbox.phone;

/** A person in the list, with the last thing that happened. */
public record PersonRow(Migrant migrant, String tab, String lastText, String lastTime, boolean lastMine, boolean chosen) {}
