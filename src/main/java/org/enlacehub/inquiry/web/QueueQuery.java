package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import java.time.Instant;
import java.util.Locale;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.InquiryFilter;

/**
 * Which part of the queue is shown, as it stands in the address: it can be kept as a bookmark and sent to a colleague.
 *
 * @param carpeta path of a folder
 * @param ref a reference, looked for in every folder
 * @param tema code of a service
 * @param atiende member of staff, 0 for nobody
 * @param mesa code of a mission
 */
@Introspected
public record QueueQuery(@Nullable @QueryValue String carpeta, @Nullable @QueryValue String ref, @Nullable @QueryValue String tema,
    @Nullable @QueryValue Long atiende, @Nullable @QueryValue String mesa, @Nullable @QueryValue String cursor,
    @Nullable @QueryValue Long actual) {
  static final QueueQuery NONE = new QueueQuery(null, null, null, null, null, null, null);

  static QueueQuery of(@Nullable String folder, long current) {
    return new QueueQuery(folder, null, null, null, null, null, current);
  }

  Folder folder() {
    return Folder.of(carpeta);
  }

  public boolean searches() {
    return ref != null && !ref.isBlank();
  }

  InquiryFilter filter(Actor actor, Instant now) {
    if (searches()) {
      return InquiryFilter.ALL.withReference(ref.strip().toUpperCase(Locale.ROOT));
    }
    var filter = folder().filter(actor, now);
    if (tema != null && !tema.isBlank()) {
      filter = filter.about(tema);
    }
    if (atiende != null) {
      filter = filter.ownedBy(atiende);
    }
    return mesa == null || mesa.isBlank() ? filter : filter.atDesk(mesa);
  }

  /** The address of this part of the queue under a path; {@code cursor} null for its beginning. */
  public String at(String path, @Nullable String cursor) {
    var uri = UriBuilder.of(path).queryParam("carpeta", folder().path());
    if (tema != null && !tema.isBlank()) {
      uri.queryParam("tema", tema);
    }
    if (atiende != null) {
      uri.queryParam("atiende", atiende);
    }
    if (mesa != null && !mesa.isBlank()) {
      uri.queryParam("mesa", mesa);
    }
    if (actual != null) {
      uri.queryParam("actual", actual);
    }
    if (cursor != null) {
      uri.queryParam("cursor", cursor);
    }
    return uri.toString();
  }
}
