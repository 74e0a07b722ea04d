/**
 * A stand-in for Twilio's REST API that the real Twilio SDK talks to: messages, media, content, signed webhooks.
 * Behaves by number and by faults set at run time, and keeps a book of what it accepted.
 * Must know nothing of the product but its webhook addresses.
 */
package org.enlacehub.sandbox.twilio;
