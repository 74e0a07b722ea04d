/**
 * Ids made by the application in blocks from the database, unique over all tables and nodes.
 */
package org.enlacehub.platform.id;
