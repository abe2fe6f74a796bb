/**
 * Copies of the whole database, of every module's tables, that need no tool of the database's: one
 * file, made while the shop is open, of one moment. It names no table. What it is: a zip with
 * {@code backup.json} and one JSON array for each table, the columns' names first and then the
 * rows.
 *
 * <p>The vault's key is never in it: who finds a backup finds no film.
 */
package io.seedhouse.paygate.backup;
