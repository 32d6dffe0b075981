package app.tidings.ingest;

import app.tidings.platform.testing.HouseRules;
import app.tidings.platform.testing.HouseRules.PlugIns;
import org.junit.jupiter.api.Test;

class HouseTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("app.tidings.ingest", PlugIns.in("app.tidings.ingest.connector"));
    }

    @Test
    void noticesAWayOutPastTheSafeFetcher() {
        HouseRules.checkThatAWayOutIsNoticed("app.tidings.ingest");
    }
}
