/** The ways out: mail over one SMTP relay. What is sent and to whom is decided elsewhere. */
@NullMarked
package app.tidings.notify.channel;

import org.jspecify.annotations.NullMarked;
