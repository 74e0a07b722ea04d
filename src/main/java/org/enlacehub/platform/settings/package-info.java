/**
 * The environment of the process, typed and checked.
 */
package org.enlacehub.platform.settings;
