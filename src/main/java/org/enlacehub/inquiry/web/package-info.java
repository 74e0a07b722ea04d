/** The desk for programs and for people: the API and the pages of inquiries. */
package org.enlacehub.inquiry.web;
