/**
 * Invented people for the demo, as a contact file. None exists: North American numbers lie in 555 0100 to 555 0199, which is kept
 * for fiction; other countries keep no such range, so theirs follow the same pattern and are only ever used in the sandbox.
 */
package org.enlacehub.sandbox.demo;
