package org.enlacehub.contact;

/** What happened to consent. */
public enum ConsentAction { GRANTED, WITHDRAWN, STOPPED, RESTARTED }
