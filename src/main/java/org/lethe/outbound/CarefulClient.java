package org.lethe.outbound;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client for servers that nobody vouches for: follows nothing, keeps nothing, unpacks nothing, uses no proxy and
 * each connection once.
 */
final class CarefulClient {

    private static final int MOST_AT_ONCE = 1000; // the threads are the limit
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;

    private CarefulClient() {}

    static CloseableHttpClient with(OutboundRules rules) {
        return HttpClients.custom()
                .setConnectionManager(connections(rules))
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(rules.timeout()))
                        .setConnectionRequestTimeout(Timeout.of(rules.timeout()))
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

    private static HttpClientConnectionManager connections(OutboundRules rules) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CallableAddresses(rules::allow))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(rules.timeout()))
                        .setSocketTimeout(Timeout.of(rules.timeout()))
                        .build())
                .setMaxConnTotal(MOST_AT_ONCE)
                .setMaxConnPerRoute(MOST_AT_ONCE)
                .build();
    }
}
