/**
 * WhatsApp texts in the carrier's account: asking for their registration, and what became of it.
 * The carrier itself is behind {@link org.enlacehub.template.whatsapp.ContentAccount}.
 */
package org.enlacehub.template.whatsapp;
