package org.enlacehub.console.api;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** What can be asked of one kind of thing. */
@Introspected
public record ApiResource(String name, List<ApiOperation> operations) {}
