package org.enlacehub.contact;

/** What happened to consent; CLAIMED: somebody else said that the person agreed, and the person has not confirmed it. */
public enum ConsentAction { GRANTED, WITHDRAWN, STOPPED, RESTARTED, CLAIMED }
