package org.enlacehub.inquiry.assistance;

/** A task that is to be done, with the matter to which it belongs. */
public record OpenTask(CaseItem item, String reference, String desk, int severity) {}
