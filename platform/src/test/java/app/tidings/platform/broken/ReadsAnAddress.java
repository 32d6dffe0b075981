package app.tidings.platform.broken;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import javax.imageio.ImageIO;

class ReadsAnAddress {

    BufferedImage image(URI address) throws IOException {
        return ImageIO.read(address.toURL());
    }
}
