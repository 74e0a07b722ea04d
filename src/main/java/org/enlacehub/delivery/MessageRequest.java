package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * One message to be sent by the API.
 *
 * @param to a telephone number in international form, or a mail address; or {@code contactId}
 * @param template name of a template; or {@code text}
 * @param params values for the template's variables
 * @param channel {@code sms}, {@code whatsapp}, {@code email}, or {@code auto} (also when absent)
 * @param subject of a mail with {@code text}
 * @param purpose {@code service} (when absent), {@code information} or {@code emergency}
 * @param language ISO 639; absent: the contact's
 * @param quietHours {@code false}: at any hour, for service and emergency
 */
@Serdeable
public record MessageRequest(@Nullable String to, @Nullable String contactId, @Nullable String template, @Nullable String text,
    @Nullable Map<String, Object> params, @Nullable String channel, @Nullable String subject, @Nullable String purpose,
    @Nullable String language, @Nullable Boolean quietHours) {}
