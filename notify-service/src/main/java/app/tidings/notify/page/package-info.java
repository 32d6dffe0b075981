/** What readers see: the pages behind the links in their mails, the form, and the words of both languages. */
@NullMarked
package app.tidings.notify.page;

import org.jspecify.annotations.NullMarked;
