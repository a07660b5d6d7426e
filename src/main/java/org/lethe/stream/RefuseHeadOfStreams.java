package org.lethe.stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 405 to HEAD of a stream: it would be opened, and nothing be answered until it ends (seen with Jersey 3.1, which does
 * not answer either when a filter of its own refuses it).
 */
@WebFilter(
        urlPatterns = {"/api/admin/events", "/api/deletions/*"},
        asyncSupported = true)
public class RefuseHeadOfStreams extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("HEAD") && request.getRequestURI().endsWith("/events")) {
            response.setHeader("Allow", "GET");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            chain.doFilter(request, response);
        }
    }
}
