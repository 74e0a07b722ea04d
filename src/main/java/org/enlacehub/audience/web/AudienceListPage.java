package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.enlacehub.audience.PeopleList;
import org.enlacehub.audience.SavedAudience;

/** The saved audiences and the lists that the reader may see. */
@Introspected
public record AudienceListPage(List<SavedAudience> audiences, List<PeopleList> lists) {}
