/** A mail catcher: takes every mail by SMTP, keeps it as a file and shows it on a page. Sends nothing on. */
@NullMarked
package app.tidings.local.mailbox;

import org.jspecify.annotations.NullMarked;
