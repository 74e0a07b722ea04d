package org.enlacehub.sandbox.phone;

/**
 * A line of what the carrier saw.
 *
 * @param sid the carrier's identifier
 * @param way in (from the migrant) or out (from the hub)
 * @param state the carrier's word
 * @param detail an error code, or what the hub answered; empty for nothing
 */
public record Trace(String time, String sid, String way, String state, String detail, boolean bad) {}
