package app.tidings.local.newsroom;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Draws the figures of the newsroom's articles. They are kept as files, because not every machine that runs the demo has
 * fonts; run this again after a change: its argument is the folder of figures.
 */
final class DrawFigures {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int LEFT = 90;
    private static final int RIGHT = 60;
    private static final int TOP = 120;
    private static final int BOTTOM = 80;
    private static final int FLOOR = HEIGHT - BOTTOM;

    private static final Color PAPER = new Color(0xFCFBF8);
    private static final Color INK = new Color(0x1C1E21);
    private static final Color SOFT = new Color(0x5A5F66);
    private static final Color LINE = new Color(0xDDD9CF);
    private static final Color TIDE = new Color(0x0B5F77);
    private static final Color WASH = new Color(0xE3F0F3);
    private static final Color SAND = new Color(0xE0B45C);

    private record Bar(String label, String value, double height, Color color) {}

    private record Curve(String label, List<Double> points, Color color) {}

    private final Graphics2D pen;

    private DrawFigures(Graphics2D pen) {
        this.pen = pen;
    }

    public static void main(String... args) throws IOException {
        var folder = Path.of(args[0]);
        draw(folder.resolve("import-time.png"), DrawFigures::importTime);
        draw(folder.resolve("night-shift.png"), DrawFigures::nightShift);
        draw(folder.resolve("outbox.png"), DrawFigures::outbox);
        draw(folder.resolve("free-threading.png"), DrawFigures::freeThreading);
        draw(folder.resolve("gc-pauses.png"), DrawFigures::gcPauses);
        draw(folder.resolve("ledger.png"), DrawFigures::ledger);
    }

    private static void draw(Path file, Consumer<DrawFigures> figure) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        figure.accept(new DrawFigures(pen));
        pen.dispose();
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        }
    }

    private void importTime() {
        title("quay --help", "seconds until the first line of output, best of ten");
        bars(List.of(
                new Bar("as it was", "4.1 s", 1, SAND),
                new Bar("plotting imported late", "1.3 s", 1.3 / 4.1, TIDE),
                new Bar("plug-ins on demand", "0.4 s", 0.4 / 4.1, TIDE)));
    }

    private void freeThreading() {
        title("自由线程：三个老项目的耗时", "秒，越短越好；浅色为普通解释器，深色为自由线程解释器");
        bars(List.of(
                new Bar("图像处理", "96", 1, SAND),
                new Bar("", "31", 31 / 96.0, TIDE),
                new Bar("报表", "40", 40 / 96.0, SAND),
                new Bar("", "38", 38 / 96.0, TIDE),
                new Bar("接口测试", "22", 22 / 96.0, SAND),
                new Bar("", "26", 26 / 96.0, TIDE)));
    }

    private void nightShift() {
        title("Write latency over one night", "milliseconds, median of each five minutes");
        axis(List.of("22:00", "00:00", "02:00", "04:00", "06:00"), List.of("0", "3", "6", "9"));
        var noise = new Random(7);
        curve(new Curve("server", steps(i -> (5.6 + noise.nextGaussian() * 0.9) / 9), SAND));
        curve(new Curve("file", steps(i -> (i == 31 || i == 68 ? 2.4 : 0.35 + noise.nextDouble() * 0.2) / 9), TIDE));
    }

    private void gcPauses() {
        title("一天里最长的停顿", "毫秒，每刻钟一点；正午换掉了缓存");
        axis(List.of("00", "06", "12", "18", "24"), List.of("0", "150", "300", "450"));
        var noise = new Random(11);
        curve(new Curve(
                "停顿",
                steps(i -> (i < 48 ? 300 + noise.nextGaussian() * 60 : 40 + noise.nextGaussian() * 6) / 450),
                TIDE));
    }

    private void outbox() {
        title("One write, two facts", "whatever is killed, the document tells what is still to be said");
        box(70, 230, 300, 130, "order 8124", "state: PAID", "unsent: [order-paid v7]");
        box(450, 230, 180, 130, "relay", "reads, publishes,", "then clears");
        box(710, 230, 190, 130, "broker", "order-paid v7", "id = hash(8124, 7)");
        arrow(370, 295, 450);
        arrow(630, 295, 710);
        label("one single-document update", 220, 430);
        label("acknowledged first, cleared second", 675, 430);
    }

    private void ledger() {
        title("一行账的一生", "只有停在界碑之后、销账之前的那一行说不清，它会被单独列出");
        box(50, 210, 180, 130, "认领", "这一行归我", "可以放心重来");
        box(290, 210, 180, 130, "立界碑", "即将交出正文", "先写再发");
        box(530, 210, 180, 130, "发送", "对方正在收", "说不清的一瞬");
        box(770, 210, 150, 130, "销账", "拿到回执", "到此为止");
        arrow(230, 275, 290);
        arrow(470, 275, 530);
        arrow(710, 275, 770);
        label("崩溃：重来一次", 260, 400);
        label("崩溃：列出，由人决定", 620, 400);
    }

    private static List<Double> steps(IntToDoubleFunction height) {
        return IntStream.range(0, 97)
                .mapToObj(i -> Math.clamp(height.applyAsDouble(i), 0, 1))
                .toList();
    }

    private void title(String title, String below) {
        text(title, LEFT - 40, 56, 30, Font.BOLD, INK);
        text(below, LEFT - 40, 88, 18, Font.PLAIN, SOFT);
    }

    private void bars(List<Bar> bars) {
        pen.setColor(LINE);
        pen.fillRect(LEFT - 40, FLOOR, WIDTH - LEFT - RIGHT + 40, 2);
        var room = (WIDTH - LEFT - RIGHT) / bars.size();
        for (var i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            var width = Math.min(150, room - 30);
            var height = (int) (bar.height() * (FLOOR - TOP - 40));
            var x = LEFT + i * room + (room - width) / 2;
            pen.setColor(bar.color());
            pen.fill(new RoundRectangle2D.Double(x, FLOOR - height, width, height, 8, 8));
            centred(bar.value(), x + width / 2, FLOOR - height - 12, 22, INK);
            centred(bar.label(), x + width / 2, FLOOR + 34, 18, SOFT);
        }
    }

    private void axis(List<String> along, List<String> up) {
        for (var i = 0; i < up.size(); i++) {
            var y = FLOOR - i * (FLOOR - TOP) / (up.size() - 1);
            pen.setColor(LINE);
            pen.fillRect(LEFT, y, WIDTH - LEFT - RIGHT, 1);
            centred(up.get(i), LEFT - 30, y + 6, 16, SOFT);
        }
        for (var i = 0; i < along.size(); i++) {
            centred(along.get(i), LEFT + i * (WIDTH - LEFT - RIGHT) / (along.size() - 1), FLOOR + 30, 16, SOFT);
        }
    }

    private void curve(Curve curve) {
        var path = new Path2D.Double();
        for (var i = 0; i < curve.points().size(); i++) {
            var x = LEFT + i * (double) (WIDTH - LEFT - RIGHT) / (curve.points().size() - 1);
            var y = FLOOR - curve.points().get(i) * (FLOOR - TOP);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        pen.setColor(curve.color());
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path);
        var end = (int) (FLOOR - curve.points().getLast() * (FLOOR - TOP));
        text(curve.label(), WIDTH - RIGHT + 6, end + 6, 16, Font.BOLD, curve.color());
    }

    private void box(int x, int y, int width, int height, String head, String... lines) {
        var shape = new RoundRectangle2D.Double(x, y, width, height, 16, 16);
        pen.setColor(WASH);
        pen.fill(shape);
        pen.setColor(TIDE);
        pen.setStroke(new BasicStroke(2));
        pen.draw(shape);
        centred(head, x + width / 2, y + 40, 22, TIDE);
        for (var i = 0; i < lines.length; i++) {
            centred(lines[i], x + width / 2, y + 76 + i * 28, 17, INK);
        }
    }

    private void arrow(int from, int y, int to) {
        pen.setColor(SOFT);
        pen.setStroke(new BasicStroke(2));
        pen.drawLine(from + 6, y, to - 14, y);
        pen.fillPolygon(new int[] {to - 14, to - 4, to - 14}, new int[] {y - 6, y, y + 6}, 3);
    }

    private void label(String text, int x, int y) {
        centred(text, x, y, 18, SOFT);
    }

    private void centred(String text, int x, int y, int size, Color color) {
        pen.setFont(font(size, Font.PLAIN));
        text(text, x - pen.getFontMetrics().stringWidth(text) / 2, y, size, Font.PLAIN, color);
    }

    private void text(String text, int x, int y, int size, int style, Color color) {
        pen.setFont(font(size, style));
        pen.setColor(color);
        pen.drawString(text, x, y);
    }

    private static Font font(int size, int style) {
        return new Font("Noto Sans CJK SC", style, size);
    }
}
