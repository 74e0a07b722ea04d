/**
 * Measures speed: ours beside the raw loop in the same run, with everything on that the product has on.
 * It is no part of the product; it may use any room and the carriers' own libraries.
 */
package org.enlacehub.bench;
