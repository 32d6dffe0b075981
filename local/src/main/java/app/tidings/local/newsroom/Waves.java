package app.tidings.local.newsroom;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** What one hears in the episodes of the newsroom: four seconds of a wave that comes and goes, as a WAV file. */
final class Waves {

    static final String MEDIA_TYPE = "audio/wav";

    private static final int RATE = 8_000;
    private static final int SECONDS = 4;
    private static final int SAMPLES = RATE * SECONDS;
    private static final int HEADER = 44;
    private static final int SILENCE = 128;
    private static final double LOUDEST = 60;
    private static final double SOFTER = 0.9;

    static final int LENGTH = HEADER + SAMPLES;

    private Waves() {}

    static byte[] wav() {
        var file = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(LENGTH - 8).put("WAVEfmt ".getBytes(US_ASCII));
        file.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
        file.putShort((short) 1).putShort((short) 8);
        file.put("data".getBytes(US_ASCII)).putInt(SAMPLES);
        var noise = new Random(SAMPLES);
        var sea = 0.0;
        for (var i = 0; i < SAMPLES; i++) {
            sea = SOFTER * sea + (1 - SOFTER) * noise.nextGaussian() * 2;
            var swell = Math.sin(Math.PI * i / SAMPLES);
            file.put((byte) (SILENCE + Math.clamp(LOUDEST * swell * swell * sea, -SILENCE, SILENCE - 1)));
        }
        return file.array();
    }
}
