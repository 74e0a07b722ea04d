/** Asks people whether they agree to what others say that they agreed to (double opt-in). */
package org.enlacehub.delivery.optin;
