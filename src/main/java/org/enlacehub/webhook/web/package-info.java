/** Webhooks for administrators: pages and API. */
package org.enlacehub.webhook.web;
