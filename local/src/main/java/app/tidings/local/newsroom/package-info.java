/** The demo's newsroom: a web server on loopback with invented sites, their pages and their feeds, good and bad ones. */
@NullMarked
package app.tidings.local.newsroom;

import org.jspecify.annotations.NullMarked;
