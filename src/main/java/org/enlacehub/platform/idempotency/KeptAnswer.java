package org.enlacehub.platform.idempotency;

import io.micronaut.core.annotation.Nullable;

/** An answer as it was given: status, media type, address of what was made, body. */
record KeptAnswer(int status, @Nullable String contentType, @Nullable String location, byte[] body) {}
