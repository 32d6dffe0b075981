package app.tidings.curation;

import app.tidings.platform.testing.HouseRules;
import app.tidings.platform.testing.HouseRules.PlugIns;
import org.junit.jupiter.api.Test;

/** The house rules; that each of them can fail is shown where they stand, on classes made to break them. */
class HouseTest {

    @Test
    void holdsTheRulesOfTheHouse() {
        HouseRules.check("app.tidings.curation", PlugIns.in("app.tidings.curation.enrich"));
    }

    @Test
    void noticesAWayOutPastTheSafeFetcher() {
        HouseRules.checkThatAWayOutIsNoticed("app.tidings.curation");
    }
}
