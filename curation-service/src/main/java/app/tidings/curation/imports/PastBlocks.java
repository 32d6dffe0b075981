package app.tidings.curation.imports;

import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Profile;
import app.tidings.curation.archive.PastIssue;
import app.tidings.curation.archive.PastIssue.Section;
import app.tidings.curation.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of an issue of the past that are no entries, each behind the section that it followed. Pure. */
final class PastBlocks {

    private static final int MAX_HEADING = 200;

    private final Profile profile;
    private final String language;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable String after;

    private PastBlocks(Profile profile, String language) {
        this.profile = profile;
        this.language = language;
    }

    static List<Block> of(PastIssue issue, Profile profile, String language) {
        var reading = new PastBlocks(profile, language);
        for (var paragraph : issue.intro().markdown().split("\\n\\s*\\n", -1)) {
            reading.add(isNotice(paragraph) ? BlockKind.NOTICE : BlockKind.INTRO, "", paragraph);
        }
        issue.sections().forEach(reading::add);
        return reading.blocks;
    }

    /** Notices of an introduction begin with bold words. */
    private static boolean isNotice(String paragraph) {
        return paragraph.strip().startsWith("**");
    }

    private void add(Section section) {
        if (section.hasItems()) {
            add(BlockKind.NOTICE, "", section.text().markdown());
            after = PastManuscript.sectionOf(section, profile).orElse(after);
        } else {
            add(kind(section), section.name(), section.text().markdown());
        }
    }

    private static BlockKind kind(Section section) {
        return switch (section.topic()) {
            case SUPPORT -> BlockKind.SUPPORT;
            case SPONSOR -> BlockKind.SPONSOR;
            case GIVEAWAY -> BlockKind.GIVEAWAY;
            case SUBSCRIBE -> BlockKind.SUBSCRIBE;
            case NOTICE, ARTICLES, PROJECTS, PODCASTS, DISCUSSIONS, OTHER -> BlockKind.NOTICE;
        };
    }

    private void add(BlockKind kind, String name, String markdown) {
        var text = PlainText.markdown(markdown);
        var heading = PlainText.line(name, MAX_HEADING);
        if (!text.isEmpty()) {
            blocks.add(new Block(
                    kind, after, heading == null ? Map.of() : Map.of(language, heading), Map.of(language, text)));
        }
    }
}
