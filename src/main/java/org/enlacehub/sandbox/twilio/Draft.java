package org.enlacehub.sandbox.twilio;

/** A message before it has a place in the book. */
record Draft(boolean inbound, String from, String to, Details details) {}
