/**
 * Makes a repeated POST of the API safe: the first answer to an {@code Idempotency-Key} is kept for a day and given again. Must not know
 * what the requests do.
 */
package org.enlacehub.platform.idempotency;
