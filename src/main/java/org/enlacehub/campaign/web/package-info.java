/** Campaigns for programs and for people: the API and the pages. */
package org.enlacehub.campaign.web;
