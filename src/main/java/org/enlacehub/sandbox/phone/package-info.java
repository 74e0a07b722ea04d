/**
 * The phone page: a person plays any migrant, reads what arrives and writes back by SMS, WhatsApp and mail.
 * Needs nothing of the product, and asks it through {@link org.enlacehub.sandbox.phone.HubKnowledge} where it is there; its frame is its
 * own, for it also runs in the sandbox's own process.
 */
package org.enlacehub.sandbox.phone;
