/**
 * Comma-separated values (RFC 4180) in and out. A spreadsheet takes a cell for a formula that
 * begins with certain signs, and what strangers typed gets into such cells; so these are defused
 * when written, and read back as they were.
 */
package io.seedhouse.publisher.csv;
