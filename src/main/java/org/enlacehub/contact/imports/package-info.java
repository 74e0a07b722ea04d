/**
 * Contact files: reading them as people and Excel make them, and the job that brings their rows in.
 * It decides what a cell means; what a contact is, and how it is kept, belongs to the room above it.
 */
package org.enlacehub.contact.imports;
