/**
 * The record of a case in which somebody is assisted: people, documents, facilities, referrals, tasks, assessments.
 * Its words are sealed under the person's key; it is seen by those who may see the inquiry, and by nobody else.
 */
package org.enlacehub.inquiry.assistance;
