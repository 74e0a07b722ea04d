/**
 * The database: embedded when none is configured, its settings, and waiting for it to answer.
 */
package org.enlacehub.platform.database;
