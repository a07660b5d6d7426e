package org.lethe.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A notification as a mail. Sent again it has the same id, so that it is shown once. */
final class Mail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private Mail(Session session, String id) {
        super(session);
        this.id = id;
    }

    static Mail of(Notice notice, NoticeText text, ChannelDocument channel, Session session) throws MessagingException {
        Target target = channel.target();
        String domain = target.from().substring(target.from().indexOf('@') + 1);
        Mail mail = new Mail(session, '<' + notice.id().toString() + '@' + domain + '>');
        mail.setFrom(new InternetAddress(target.from()));
        for (String recipient : target.to()) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        mail.setSubject("[Lethe] " + text.subject(), UTF_8);
        mail.setText(body(text), UTF_8);
        mail.setSentDate(Date.from(notice.createdAt()));
        mail.setHeader("Content-Language", channel.language().tag());
        mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834, 5: nobody answers it by itself
        if (notice.what() != What.TEST) { // what is told of a group is shown together
            mail.setHeader("References", '<' + notice.group().failureGroup().toString() + ".group@" + domain + '>');
        }
        mail.saveChanges();
        return mail;
    }

    private static String body(NoticeText text) {
        String link = text.link().isEmpty() ? "" : "\r\n" + text.linkText() + ":\r\n" + text.link() + "\r\n";
        return text.subject() + "\r\n\r\n" + text.body() + "\r\n" + link;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
