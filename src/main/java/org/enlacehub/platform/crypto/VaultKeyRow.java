package org.enlacehub.platform.crypto;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code vault_key}. */
@MappedEntity("vault_key")
record VaultKeyRow(@Id String name, byte[] wrapped) {}
