package app.tidings.local.mailbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The mail catcher on 127.0.0.1: one port takes mail, the other shows what came. */
public final class Mailbox implements AutoCloseable {

    private final CaughtMails mails;
    private final SmtpListener listener;
    private final MailboxPages pages;

    private Mailbox(CaughtMails mails, SmtpListener listener, MailboxPages pages) {
        this.mails = mails;
        this.listener = listener;
        this.pages = pages;
    }

    /** Opens the folder, which is made if it is missing, and both ports; port 0 takes a free one. */
    public static Mailbox open(Path folder, int smtpPort, int pagePort, InstantSource clock) {
        var mails = CaughtMails.in(folder, clock);
        return new Mailbox(mails, SmtpListener.open(smtpPort, mails), MailboxPages.open(pagePort, mails));
    }

    /** Where mail is taken. */
    public int smtpPort() {
        return listener.port();
    }

    /** Where mail is shown. */
    public int pagePort() {
        return pages.port();
    }

    /** What was caught, newest first. */
    public List<CaughtMail> mails() {
        return mails.newestFirst();
    }

    @Override
    public void close() {
        listener.close();
        pages.close();
    }
}
