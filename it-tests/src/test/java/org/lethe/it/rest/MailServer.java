package org.lethe.it.rest;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A mail server of this machine that knows one user, and offers no TLS. */
final class MailServer implements AutoCloseable {

    static final String USER = "lethe";
    static final String PASSWORD = "the password of the mail server";
    static final String RECIPIENT = "ops@example.org";

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    MailServer() {
        mails.withConfiguration(GreenMailConfiguration.aConfig().withUser(RECIPIENT, USER, PASSWORD));
        mails.start();
    }

    /** Where a channel leads that ends here. */
    JsonObject target(String tls, String password) {
        return Json.createObjectBuilder()
                .add("host", "127.0.0.1")
                .add("port", mails.getSmtp().getPort())
                .add("tls", tls)
                .add("user", USER)
                .add("secret", password)
                .add("from", "lethe@photos.example")
                .add("to", Json.createArrayBuilder().add(RECIPIENT))
                .build();
    }

    /** The first that comes. */
    MimeMessage awaitMail() {
        Awaitility.await("a mail").atMost(Duration.ofMinutes(1)).until(() -> mails.getReceivedMessages().length > 0);
        return mails.getReceivedMessages()[0];
    }

    List<MimeMessage> mails() {
        return List.of(mails.getReceivedMessages());
    }

    @Override
    public void close() {
        mails.stop();
    }
}
