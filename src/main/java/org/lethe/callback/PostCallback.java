package org.lethe.callback;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.lethe.outbound.NotDeliveredException;
import org.lethe.outbound.OutboundRules;
import org.lethe.outbound.PostJson;
import org.lethe.settings.CallbackSettings;
import org.lethe.settings.LetheSettings;

/** Posts callbacks to the URLs that owners have chosen. Safe for use by many threads. */
@ApplicationScoped
class PostCallback {

    private PostJson post;

    @Inject
    PostCallback(LetheSettings settings) {
        this.post = new PostJson("lethe-callback", rules(settings.callback()));
    }

    /** For the container's proxy. */
    PostCallback() {}

    static OutboundRules rules(CallbackSettings settings) {
        return new OutboundRules(
                settings.timeout(), settings.sessions(), settings.allowPrivate(), settings.allowHttp());
    }

    /**
     * Posts an event.
     *
     * @return the status of the answer
     * @throws NotDeliveredException when there was none within the time limit
     */
    int post(String url, Map<String, String> headers, String json) {
        return post.post(url, "application/cloudevents+json", headers, json);
    }

    @PreDestroy
    void close() {
        post.close();
    }
}
