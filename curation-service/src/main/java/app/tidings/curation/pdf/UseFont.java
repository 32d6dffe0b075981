package app.tidings.curation.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * The operator {@code Tf}, without the program of the font: the glyphs are not drawn, and programs for them are the largest field
 * for attacks that the format has. What signs a font of Type 1 stands for is taken out of it before.
 */
final class UseFont extends SetFontAndSize {

    /** What maps codes to signs and may do so by ranges. */
    private static final List<COSName> MAPS = List.of(COSName.TO_UNICODE, COSName.ENCODING);

    /** Of a font whose codes are bytes, of which some may be said twice. */
    private static final int MOST_CODES = 1_024;

    private static final int CLEAR_TEXT = 64 * 1024;

    /** Adobe Type 1 Font Format, section 2.2: an entry of the encoding that is built in. */
    private static final Pattern ENTRY = Pattern.compile("\\bdup\\s+(\\d{1,3})\\s*/([A-Za-z0-9._]{1,40})\\s+put\\b");

    private final Limits limits;

    /** Fonts are chosen again and again. */
    private final Set<COSDictionary> disarmed = Collections.newSetFromMap(new IdentityHashMap<>());

    UseFont(PDFStreamEngine engine, Limits limits) {
        super(engine);
        this.limits = limits;
    }

    @Override
    public void process(Operator operator, List<COSBase> arguments) throws IOException {
        if (!arguments.isEmpty() && arguments.getFirst() instanceof COSName name) {
            font(name).filter(disarmed::add).ifPresent(this::disarm);
        }
        super.process(operator, arguments);
    }

    private Optional<COSDictionary> font(COSName name) {
        return Optional.ofNullable(getContext().getResources())
                .map(resources -> resources.getCOSObject().getCOSDictionary(COSName.FONT))
                .map(fonts -> fonts.getCOSDictionary(name));
    }

    private void disarm(COSDictionary font) {
        var parts = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (parts != null && parts.size() > 0 && parts.getObject(0) instanceof COSDictionary part) {
            disarmed(part);
        }
        disarmed(font);
    }

    /** Takes out of a font what costs more than text is worth. */
    private void disarmed(COSDictionary font) {
        font.removeItem(COSName.W2);
        font.removeItem(COSName.CID_TO_GID_MAP); // only drawing asks it
        var widths = font.getCOSArray(COSName.W);
        if (widths != null && !Ranges.areFew(widths, limits)) {
            font.removeItem(COSName.W);
        }
        for (var map : MAPS) {
            if (font.getDictionaryObject(map) instanceof COSStream ranges && !Ranges.areFew(ranges, limits)) {
                font.removeItem(map);
            }
        }
        if (isLong(font.getCOSArray(COSName.WIDTHS))) {
            font.removeItem(COSName.WIDTHS);
        }
        var encoding = font.getCOSDictionary(COSName.ENCODING);
        if (encoding != null && isLong(encoding.getCOSArray(COSName.DIFFERENCES))) {
            font.removeItem(COSName.ENCODING);
        }
        withoutProgram(font, font.getCOSDictionary(COSName.FONT_DESC));
    }

    /** One list may serve any number of fonts, each of which makes a table of it. */
    private static boolean isLong(@Nullable COSArray list) {
        return list != null && list.size() > MOST_CODES;
    }

    private static void withoutProgram(COSDictionary font, @Nullable COSDictionary descriptor) {
        if (descriptor == null) {
            return;
        }
        if (!font.containsKey(COSName.ENCODING)
                && descriptor.getDictionaryObject(COSName.FONT_FILE) instanceof COSStream file) {
            builtIn(file).ifPresent(encoding -> font.setItem(COSName.ENCODING, encoding));
        }
        List.of(COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3).forEach(descriptor::removeItem);
    }

    private static Optional<COSDictionary> builtIn(COSStream program) {
        var differences = new COSArray();
        try (var in = program.createInputStream()) {
            var entries = ENTRY.matcher(new String(in.readNBytes(CLEAR_TEXT), ISO_8859_1));
            while (entries.find()) {
                differences.add(COSInteger.get(Integer.parseInt(entries.group(1))));
                differences.add(COSName.getPDFName(entries.group(2)));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        if (differences.size() == 0) {
            return Optional.empty();
        }
        var encoding = new COSDictionary();
        encoding.setItem(COSName.DIFFERENCES, differences);
        return Optional.of(encoding);
    }
}
