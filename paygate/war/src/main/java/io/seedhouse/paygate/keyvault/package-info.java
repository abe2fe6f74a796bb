/**
 * The secret halves of the identities, and the only door they leave by. Each is sealed with
 * AES-256-GCM under a key that lies in a file of its own, bound to the bundle and the file it
 * opens, so that neither a copy of the database nor a row moved to another film gives a film away.
 *
 * <p>Unsealing is package-private. {@link io.seedhouse.paygate.keyvault.KeyringResource} hands
 * keyrings out; the examiner of files that were sealed elsewhere uses an identity and keeps it to
 * itself.
 */
package io.seedhouse.paygate.keyvault;
