package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * What to preview.
 *
 * @param contactId fill in as for this contact; {@code sample} then adds what the contact's record does not hold
 * @param sample values by variable; without it and without a contact, the template's own samples
 * @param language ISO 639; the contact's, else Spanish, when absent
 * @param channel sms, whatsapp or email; the template's first when absent
 */
@Serdeable
record PreviewRequest(@Nullable String contactId, @Nullable Map<String, Object> sample, @Nullable String language,
    @Nullable String channel) {}
