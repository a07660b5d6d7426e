package org.lethe.callback;

import java.net.InetAddress;
import java.util.function.Predicate;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.lethe.settings.CallbackSettings;

/**
 * An HTTP client for servers that nobody vouches for: follows nothing, keeps nothing, unpacks nothing, uses no proxy and
 * each connection once.
 */
final class CallbackClient {

    private static final int MOST_AT_ONCE = 1000; // the threads are the limit
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;

    private CallbackClient() {}

    static CloseableHttpClient with(CallbackSettings settings) {
        return HttpClients.custom()
                .setConnectionManager(connections(settings))
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(settings.timeout()))
                        .setConnectionRequestTimeout(Timeout.of(settings.timeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Lethe")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connections(CallbackSettings settings) {
        Predicate<InetAddress> callable = settings.allowPrivate() ? any -> true : PublicAddresses::has;
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CallableAddresses(callable))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.timeout()))
                        .setSocketTimeout(Timeout.of(settings.timeout()))
                        .build())
                .setMaxConnTotal(MOST_AT_ONCE)
                .setMaxConnPerRoute(MOST_AT_ONCE)
                .build();
    }
}
