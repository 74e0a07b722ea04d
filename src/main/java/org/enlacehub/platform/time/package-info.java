/**
 * The one clock.
 */
package org.enlacehub.platform.time;
