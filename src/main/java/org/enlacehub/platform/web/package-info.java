/**
 * What every HTTP answer shares: problem responses, pages of lists, cursors, correlation ids, idempotency.
 */
package org.enlacehub.platform.web;
