/**
 * Encryption at rest: the master key, data keys wrapped by it, sealed values, blind indexes.
 */
package org.enlacehub.platform.crypto;
