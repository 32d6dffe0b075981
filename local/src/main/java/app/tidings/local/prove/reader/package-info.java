/** Those who read: thousands who are simply there, and some who come and leave by the front door while an issue is sent. */
@NullMarked
package app.tidings.local.prove.reader;

import org.jspecify.annotations.NullMarked;
