package org.enlacehub.inquiry;

/** How many inquiries lie in the folders of one officer; ended ones are not counted. */
public record QueueCounts(int open, int mine, int unassigned, int urgent, int due, int waiting, int snoozed, int drafts, int mentioned) {}
