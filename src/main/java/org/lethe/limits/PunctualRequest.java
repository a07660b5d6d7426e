package org.lethe.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** A request whose body has to come in time. When it does not, its connection is given up with the answer. */
final class PunctualRequest extends HttpServletRequestWrapper {

    /** Of somebody who is nobody yet: a login and a password, with room to spare. */
    private static final int MOST_BYTES_AHEAD = 64 << 10;

    private final HttpServletResponse response;
    private final BodyPace pace;
    private ServletInputStream body;

    PunctualRequest(HttpServletRequest request, HttpServletResponse response, BodyPace pace) {
        super(request);
        this.response = response;
        this.pace = pace;
    }

    /**
     * Takes the whole body now.
     *
     * @throws ProblemException 408 when it does not come in time, 413 when it is larger than 64 KiB
     */
    void readAhead() throws IOException {
        byte[] bytes = getInputStream().readNBytes(MOST_BYTES_AHEAD + 1);
        if (bytes.length > MOST_BYTES_AHEAD) {
            throw Problem.tooLarge(MOST_BYTES_AHEAD).exception();
        }
        body = new BodyInMemory(bytes);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new PunctualBody(super.getInputStream(), pace, () -> response.setHeader("Connection", "close"));
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        Charset charset = Optional.ofNullable(getCharacterEncoding())
                .map(Charset::forName)
                .orElse(UTF_8);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
}
