package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.inquiry.InquiryReader.Row;
import org.enlacehub.inquiry.QueueCounts;

/**
 * The queue of a desk.
 *
 * @param next cursor of the next rows; null at the end
 * @param query what narrows the folder, from the address
 * @param counts how many lie in each folder
 * @param current the inquiry that is open beside it; 0 for none
 */
@Introspected
public record QueuePage(List<Row> rows, @Nullable String next, Folder folder, QueueQuery query, QueueCounts counts, long current) {}
