/**
 * How this module writes for people: pages from templates, the files they load, prices and sizes as
 * one reads them, and the page shown when something went wrong.
 *
 * <p>Templates are compiled into the package of the feature they show, so a feature's view records
 * stay package-private. Every value is escaped for the place it stands in; every page carries the
 * same strict security headers.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.page;
