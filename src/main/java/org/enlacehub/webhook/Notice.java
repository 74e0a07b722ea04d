package org.enlacehub.webhook;

import java.time.Instant;

/** What happened. Its id is the same at each attempt, so that a receiver can tell a repetition. */
record Notice(long id, String type, String body, Instant at) {}
