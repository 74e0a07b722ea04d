package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import org.enlacehub.inquiry.InquiryReader.Opened;

/** The messages of an inquiry, to be put in place of those on a living page. */
@Introspected
public record ThreadPart(Opened opened) {}
