package org.lethe.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.lethe.outbound.JudgedSockets;
import org.lethe.outbound.NotDeliveredException;
import org.lethe.outbound.OutboundRules;
import org.lethe.outbound.TimedCalls;
import org.lethe.settings.Secret;

/**
 * Sends mails to a server that somebody has chosen (Jakarta Mail): only to an address that may be called, within one deadline.
 * A server that should have TLS and does not offer it is told nothing. Safe for use by many threads.
 */
final class SendMail implements AutoCloseable {

    private final OutboundRules rules;
    private final TimedCalls calls;

    SendMail(OutboundRules rules) {
        this.rules = rules;
        this.calls = new TimedCalls("lethe-mail", rules);
    }

    /** @throws NotDeliveredException when the server did not take it from us within the time limit */
    void send(Notice notice, NoticeText text, ChannelDocument channel, Optional<Secret> password) {
        JudgedSockets sockets = new JudgedSockets(rules);
        Callable<Void> sending = () -> {
            Session session = Session.getInstance(properties(channel.target(), sockets));
            Mail mail = Mail.of(notice, text, channel, session);
            send(mail, channel.target(), password.map(Secret::reveal).orElse(null), session);
            return null;
        };
        calls.make(sending, sockets::closeAll);
    }

    private static void send(Mail mail, Target target, String password, Session session) throws IOException {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(target.host(), target.port(), target.user(), password);
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (AuthenticationFailedException refused) {
            throw new NotDeliveredException("the mail server refused the user or the password", refused);
        } catch (MessagingException failed) {
            throw told(failed);
        }
    }

    /** What is known of the connection is told as of any other; else it is the server that said something. */
    private static IOException told(MessagingException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            boolean known = cause instanceof UnknownHostException
                    || cause instanceof SSLException
                    || cause instanceof ConnectException
                    || cause instanceof InterruptedIOException;
            if (known) {
                return (IOException) cause;
            }
        }
        String said = String.valueOf(failed.getMessage())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        throw new NotDeliveredException("the mail server did not take it: " + said, failed);
    }

    private Properties properties(Target target, JudgedSockets sockets) {
        String millis = Long.toString(rules.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(target.user() != null));
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false"); // else it would connect past them
        properties.put("mail.smtp.ssl.enable", Boolean.toString(target.tls() == Tls.IMPLICIT));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(target.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(target.tls() == Tls.STARTTLS));
        return properties;
    }

    @Override
    public void close() {
        calls.close();
    }
}
