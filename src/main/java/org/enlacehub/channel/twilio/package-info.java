/**
 * Twilio by its own SDK: SMS and WhatsApp, the list of what was sent, and the signatures of webhooks.
 * No type of the SDK leaves this package.
 */
package org.enlacehub.channel.twilio;
