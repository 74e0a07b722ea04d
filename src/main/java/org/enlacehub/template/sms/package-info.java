/**
 * How a text becomes SMS: alphabet, units and segments as carriers count them, and cheaper spellings of the same text.
 * Pure functions of the text; no price, no carrier, no template.
 */
package org.enlacehub.template.sms;
