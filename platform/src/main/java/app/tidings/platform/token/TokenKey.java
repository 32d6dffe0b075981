package app.tidings.platform.token;

import java.util.regex.Pattern;

/** A secret that signs tokens, with the short name that tokens carry so that it can be found again. */
public final class TokenKey {

    private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{1,16}");
    private static final int LEAST_BYTES = 32;

    private final String kid;
    private final byte[] secret;

    /**
     * Keeps a copy of the secret.
     *
     * @param secret at least 32 random bytes
     */
    public TokenKey(String kid, byte[] secret) {
        if (!KID.matcher(kid).matches()) {
            throw new IllegalArgumentException("a key id has 1 to 16 letters, digits, _ or -");
        }
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "the secret of a token key is shorter than %d bytes".formatted(LEAST_BYTES));
        }
        this.kid = kid;
        this.secret = secret.clone();
    }

    public String kid() {
        return kid;
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "TokenKey[" + kid + "]";
    }
}
