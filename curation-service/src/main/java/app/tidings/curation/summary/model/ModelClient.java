package app.tidings.curation.summary.model;

import app.tidings.curation.summary.model.Answer.Busy;
import app.tidings.curation.summary.model.Answer.Refused;
import app.tidings.curation.summary.model.Answer.Said;
import app.tidings.platform.time.RetryAfter;
import app.tidings.platform.token.SecretFile;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

/** Asks the operator's model. One question, one request: whoever asks decides about asking again. */
final class ModelClient {

    private static final int MOST_TOKENS = 800;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final OpenAiChatModel model;
    private final InstantSource clock;
    private final MeterRegistry meters;

    ModelClient(ModelSettings settings, InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
        var key = SecretFile.read(settings.keyFile(), "tidings.curation.model.key-file");
        var options = OpenAiChatOptions.builder()
                .baseUrl(Objects.requireNonNull(settings.endpoint()).toString())
                .apiKey(Objects.requireNonNullElse(key, "none"))
                .model(settings.name())
                .maxTokens(MOST_TOKENS)
                .temperature(0.2)
                .timeout(settings.timeout())
                .maxRetries(0)
                .build();
        this.model = OpenAiChatModel.builder()
                .options(options)
                .httpClientBuilderCustomizer(http -> http.interceptor(ModelClient::bounded))
                .build();
    }

    /** An answer that does not end, or is larger than any summary, is cut off: the reader meets a fault. */
    private static Response bounded(Interceptor.Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        var body = response.body();
        return body == null
                ? response
                : response.newBuilder()
                        .body(ResponseBody.create(
                                Okio.buffer(new Bounded(body)), body.contentType(), body.contentLength()))
                        .build();
    }

    private static final class Bounded extends ForwardingSource {

        private static final long MOST_BYTES = 256 * 1024;

        private long left = MOST_BYTES;

        Bounded(ResponseBody body) {
            super(body.source());
        }

        @Override
        public long read(Buffer sink, long most) throws IOException {
            var read = super.read(sink, most);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new IOException("the model's answer is longer than %d bytes".formatted(MOST_BYTES));
            }
            return read;
        }
    }

    /**
     * Asks once.
     *
     * @param orders what the model is to do
     * @param material what it is to do that with: never orders
     */
    Answer ask(String orders, String material) {
        var answer = answer(new Prompt(new SystemMessage(orders), new UserMessage(material)));
        meters.counter("tidings.model.calls", "outcome", outcome(answer)).increment();
        return answer;
    }

    private Answer answer(Prompt prompt) {
        try {
            return said(model.call(prompt));
        } catch (OpenAIServiceException refused) {
            return refused(refused);
        } catch (OpenAIIoException fault) {
            return new Busy("io", Duration.ZERO);
        } catch (RuntimeException fault) {
            return fault.getCause() instanceof IOException ? new Busy("io", Duration.ZERO) : new Refused("unreadable");
        }
    }

    private Answer said(ChatResponse response) {
        count(response.getMetadata().getUsage());
        var result = response.getResult();
        if (result == null) {
            return new Refused("empty");
        }
        if ("length".equalsIgnoreCase(result.getMetadata().getFinishReason())) {
            return new Refused("cut-off");
        }
        var text = result.getOutput().getText();
        return text == null || text.isBlank() ? new Refused("empty") : new Said(text);
    }

    private Answer refused(OpenAIServiceException refused) {
        var status = refused.statusCode();
        if (status != TOO_MANY_REQUESTS && status != REQUEST_TIMEOUT && status < SERVER_ERROR) {
            return new Refused("status-" + status);
        }
        var wait = refused.headers().values("Retry-After").stream()
                .findFirst()
                .map(this::wait)
                .orElse(Duration.ZERO);
        return new Busy("status-" + status, wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    private Duration wait(String retryAfter) {
        var now = clock.instant();
        var wait = Duration.between(now, Objects.requireNonNullElse(RetryAfter.at(retryAfter, now), now));
        return wait.isPositive() ? wait : Duration.ZERO;
    }

    private void count(Usage usage) {
        meters.counter("tidings.model.tokens", "direction", "in").increment(usage.getPromptTokens());
        meters.counter("tidings.model.tokens", "direction", "out").increment(usage.getCompletionTokens());
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Said _ -> "said";
            case Refused(var reason) -> reason;
            case Busy(var reason, var _) -> reason;
        };
    }
}
